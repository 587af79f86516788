import { readOptions, USAGE } from './server/start/options';
import { start } from './server/start/start';

/** `npm start`: builds the app, makes a world and serves it. docs/sandbox.md tells what it listens to. */
const args = process.argv.slice(2);
const options = readOptions(args);
if (args.includes('--help')) console.log(USAGE);
else if ('error' in options) {
  console.error(options.error);
  process.exitCode = 2;
} else {
  start(options).catch((error: unknown) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    process.exitCode = 1;
  });
}
