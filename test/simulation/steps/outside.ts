import type { Run } from '../books';
import type { WorldStep } from '../story';
import type { Doings } from './doing';

export const OUTSIDE: Doings<WorldStep> = {
  waits: ({ world }, { ms }) => world.advance(ms),
  fault: ({ faults }, { fault }) => faults.add(fault),
  weather: ({ world }, { weather }) =>
    void (world.state.switches.weather = { ...world.state.switches.weather, ...weather }),
  copies: ({ world }, { provider, copies, lateRefusals }) =>
    world.carriers.get(provider)?.setSwitches({ copies, lateRefusals }),
  newer(run, { head }) {
    const keys = Object.keys(headsOf(run));
    const key = keys[head % Math.max(1, keys.length)];
    const doc = key === undefined ? undefined : docOf(run, key);
    if (key === undefined || !doc || run.books.newer.has(key)) return;
    doc.version = NEWER;
    run.books.newer.set(key, { was: JSON.stringify(doc), since: run.world.agenda.now() });
  },
  unseen: ({ world }, { ms }) => void (world.state.jira.switches.createVisibleAfterMs = ms),
  'comment-event-first': ({ world }, { first }) => void (world.state.jira.switches.commentEventFirst = first),
  'cold-start': ({ world }) => world.platform.reloadApp(),
  calm: (run) => calm(run),
};

const NEWER = 99;
type Doc = Record<string, unknown> & { version: number };

const headsOf = ({ world }: Run) => world.state.platform.kvs.entities.head ?? {};

/** The head as it lies in the store. */
export const docOf = (run: Run, key: string): Doc | undefined =>
  (headsOf(run)[key]?.at(-1)?.record?.value as { doc: Doc } | undefined)?.doc;

/** Nothing more goes wrong, and the newer version is installed everywhere. */
export function calm(run: Run): void {
  const { world, faults, books } = run;
  for (const [key, { since }] of books.newer) {
    Object.assign(docOf(run, key) ?? {}, { version: 1 });
    if (world.platform.logs.some(({ at, text }) => at >= since && text.includes('NewerRecord')))
      faults.count('record of a newer version');
  }
  books.newer.clear();
  faults.clear();
  delete world.state.switches.weather;
  world.state.jira.switches.createVisibleAfterMs = 0;
  world.state.jira.switches.commentEventFirst = false;
  for (const carrier of world.carriers.values()) carrier.setSwitches({ copies: 0, lateRefusals: false });
}
