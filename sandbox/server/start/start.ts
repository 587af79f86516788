import { serve as listen } from '@hono/node-server';
import { buildApp, type Build } from '../../build';
import { jiraOverHttp } from '../../jira/http';
import { serveSite } from '../../site/serve';
import { createWorld, type World, type WorldOptions } from '../../world';
import { readSaved } from './saved';
import { serve } from '../serve';
import { takeFolder, type Folder } from './folder';
import { freePort } from './listen';
import type { StartOptions } from './options';
import { keepSaved } from './saving';
import { steps } from './steps';

/** Builds, makes the world, serves it, and keeps it saved until the process is told to end. */
export async function start(options: StartOptions): Promise<void> {
  const folder = takeFolder(options.data);
  if ('error' in folder) {
    console.error(folder.error);
    process.exitCode = 1;
    return;
  }
  process.once('exit', () => folder.release());
  if (options.fresh) folder.clear();
  const step = steps();
  const build = await step('app built', () => buildApp());
  const port = await freePort(options.port);
  const world = await step('world made', () =>
    makeWorld(options, { folder, build, baseUrl: `http://localhost:${port}` }),
  );
  const page = await step('page built', () => serveSite({ screens: screensOf(build) }));
  const saving = keepSaved(world, folder);
  // A world that has just been made is kept as well: its credentials are about to be shown.
  await saving.kept();
  const parts = { jira: jiraOverHttp(world.jira), page, kept: saving.kept };
  const server = listen({ fetch: serve(world, parts).fetch, port });
  world.follow((error) => console.error('The sandbox has a defect:', error));
  console.log(`\nOmniChat sandbox: ${world.baseUrl}\nCtrl+C ends it; the world is kept in ${options.data}/`);
  onceTold(async () => {
    saving.stop();
    server.close();
    await world.agenda.settle();
    world.stop();
    folder.write(world.save());
  });
}

const screensOf = ({ ui }: Build) => Object.fromEntries(Object.entries(ui).map(([entry, { dir }]) => [entry, dir]));

type Making = Required<Pick<WorldOptions, 'build' | 'baseUrl'>> & { readonly folder: Folder };

function makeWorld({ empty, seed }: StartOptions, { folder, build, baseUrl }: Making): Promise<World> {
  const state = readSaved(folder);
  return createWorld({ build, baseUrl, seed, demo: !empty, ...(state && { state }) });
}

/** Ends the process once it is told to: Ctrl+C reaches it from the terminal and from the script that started it. */
function onceTold(end: () => Promise<void>): void {
  let ending = false;
  const told = () => {
    if (ending) return;
    ending = true;
    end()
      .catch((error: unknown) => {
        console.error('The world could not be saved:', error);
        process.exitCode = 1;
      })
      .finally(() => process.exit());
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, told);
  // The script that started it was killed: nobody could end this process any more.
  process.on('disconnect', told);
}
