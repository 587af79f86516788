/** What `npm start -- …` was asked for. */
export type StartOptions = {
  readonly port: number;
  readonly empty: boolean;
  readonly fresh: boolean;
  readonly data: string;
  readonly seed: number;
};

export const USAGE = `npm start -- [options]
  --port N      the port to listen on (default 4400; the next free one when it is taken)
  --empty       a site without demo data and connections
  --fresh       forget what an earlier start left in the data folder
  --data DIR    where the world is kept between starts (default .sandbox)
  --seed N      the seed of everything that is left to chance (default 1)
  --help        this list`;

/** Reads the command line. An error is a sentence that names what is wrong. */
export function readOptions(args: readonly string[]): StartOptions | { readonly error: string } {
  const options = { port: 4400, empty: false, fresh: false, data: '.sandbox', seed: 1 };
  const left = args.flatMap((arg) =>
    /^--\w+=/.test(arg) ? [arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)] : [arg],
  );
  for (let name = left.shift(); name !== undefined; name = left.shift()) {
    if (name === '--empty') options.empty = true;
    else if (name === '--fresh') options.fresh = true;
    else {
      const error = readValue(options, name, left.shift());
      if (error) return { error };
    }
  }
  return options;
}

function readValue(options: { port: number; data: string; seed: number }, name: string, value?: string) {
  if (name !== '--port' && name !== '--data' && name !== '--seed') return `There is no option ${name}.\n${USAGE}`;
  if (value === undefined || value.startsWith('--')) return `${name} needs a value.\n${USAGE}`;
  if (name === '--data') {
    options.data = value;
    return undefined;
  }
  const limit = name === '--port' ? 65_535 : 2 ** 31 - 1;
  if (!/^\d+$/.test(value) || Number(value) > limit) return `${name} is a whole number up to ${limit}, not ${value}.`;
  options[name === '--port' ? 'port' : 'seed'] = Number(value);
  return undefined;
}
