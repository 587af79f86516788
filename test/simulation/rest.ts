import type { Agenda } from '../../sandbox/agenda';
import { LANES } from '../../src/domain/effect';
import type { Run } from './books';
import { SWEPT_MS } from './invariants/requests';
import { recordsOf } from './records';
import { calm } from './steps/outside';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** At least a quarter of an hour, and until nothing is left to do, two days at most; then a day more, in which windows end and timers come due. */
export async function quiet(run: Run): Promise<void> {
  calm(run);
  const { world } = run;
  await world.advance(16 * MINUTE);
  for (let hours = 0; hours < 48 && isBusy(run); hours += 1) await world.advance(HOUR);
  const end = world.agenda.now() + 25 * HOUR;
  for (let at = nextTimer(run); at <= end && world.agenda.now() <= end; at = nextTimer(run)) {
    if (!seesEverySweep(run)) leaveOutSweeps(world.agenda, at);
    await world.advance(Math.max(0, at - world.agenda.now()) + SWEPT_MS);
  }
}

/** The sweeps of a day cost as much as half a story: four of five stories do without those of hours in which nothing is due. */
const seesEverySweep = ({ story }: Run): boolean => story.seed % 5 === 0;

/** As though Forge had run no scheduled trigger until then. */
function leaveOutSweeps(agenda: Agenda, until: number): void {
  for (const { id, at, kind, what, payload } of agenda.waiting()) {
    if (kind !== 'forge.schedule' || at >= until) continue;
    agenda.cancel(id);
    agenda.add({ kind, what, inMs: until - agenda.now(), payload });
  }
}

const nextTimer = ({ world }: Run): number =>
  Math.min(...recordsOf(world).heads.flatMap(({ timers }) => timers.map(({ at }) => at)));

const isBusy = ({ world }: Run): boolean =>
  recordsOf(world).heads.some(({ lanes }) =>
    LANES.some((name) => lanes[name].queue.some(({ awaits }) => awaits === undefined)),
  ) || world.agenda.waiting().some(({ kind }) => kind.startsWith('carrier.'));
