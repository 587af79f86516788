import type { Conversation } from '../conversation';
import type { SendFailure } from '../delivery';
import { isBetween, localTime } from '../localTime';
import type { Moment } from '../moment';

/** Quiet hours begin and end at full quarters in practice: their end is looked for in these steps. */
const STEP_MS = 15 * 60_000;
const STEPS_A_DAY = 96;

/**
 * An SMS to somebody who has never written in this conversation waits for the end of the quiet hours (X6): an agent's is refused
 * until then, also one that waited for its send into the night; a status notice waits by itself.
 */
export function quietRefusal(
  { route, startedBy, heard }: Conversation,
  { now, settings: { quietHours, timeZone } }: Moment,
): SendFailure | undefined {
  if (!quietHours || route.channel !== 'sms' || startedBy === undefined || heard) return undefined;
  const isQuiet = (at: number) => isBetween(localTime(at, timeZone).time, quietHours);
  if (!isQuiet(now)) return undefined;
  const begin = Math.floor(now / STEP_MS) * STEP_MS;
  const times = Array.from({ length: STEPS_A_DAY }, (_, step) => begin + (step + 1) * STEP_MS);
  const end = times.find((at) => !isQuiet(at));
  return { reason: 'quiet-hours', ...(end !== undefined && { at: end }) };
}
