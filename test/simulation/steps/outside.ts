import type { Run } from '../books';
import type { WorldStep } from '../story';
import type { Doings } from './doing';
import { becomesNewer, versionsMeet } from './newer';

export const OUTSIDE: Doings<Exclude<WorldStep, { kind: 'meanwhile' }>> = {
  waits: ({ world }, { ms }) => world.advance(ms),
  fault: ({ faults }, { fault }) => faults.add(fault),
  weather: ({ world }, { weather }) =>
    void (world.state.switches.weather = { ...world.state.switches.weather, ...weather }),
  copies: ({ world }, { provider, copies, lateRefusals }) =>
    world.carriers.get(provider)?.setSwitches({ copies, lateRefusals }),
  newer: (run, step) => becomesNewer(run, step),
  unseen: ({ world }, { ms }) => void (world.state.jira.switches.createVisibleAfterMs = ms),
  'comment-event-first': ({ world }, { first }) => void (world.state.jira.switches.commentEventFirst = first),
  'cold-start': ({ world }) => world.platform.reloadApp(),
  calm: (run) => calm(run),
};

/** Nothing more goes wrong, and the newer version is installed everywhere. */
export function calm(run: Run): void {
  const { world, faults } = run;
  versionsMeet(run);
  faults.clear();
  delete world.state.switches.weather;
  world.state.jira.switches.createVisibleAfterMs = 0;
  world.state.jira.switches.commentEventFirst = false;
  for (const carrier of world.carriers.values()) carrier.setSwitches({ copies: 0, lateRefusals: false });
}
