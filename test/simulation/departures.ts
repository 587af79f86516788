import type { Chance } from '../../sandbox/chance';
import { token, type Pen } from './pen';
import { NEWCOMER, WITH_INBOX } from './people';
import type { Step } from './story';

/**
 * Who and what leaves: every eighth story takes the app out of a project, where every second time it stays out until all is
 * quiet; every eighth closes a customer's account; in every sixteenth the second desk loses its request type.
 * `goesOn`: something follows that has to be lived in calm, so that the app is in again by then.
 */
export function withDepartures(chance: Chance, steps: readonly Step[], goesOn: boolean): readonly Step[] {
  const [barred, account, type] = [chance.below(8) === 0, chance.below(8) === 0, chance.below(16) === 0];
  const without = account ? put(chance, steps, { kind: 'closes-account', request: chance.below(4) }) : steps;
  const left = type ? put(chance, without, { kind: 'deletes-type', desk: 1 }) : without;
  return barred ? withoutApp(chance, left, goesOn) : left;
}

/** The first desk has most of the messages. */
function withoutApp(chance: Chance, steps: readonly Step[], goesOn: boolean): readonly Step[] {
  const desk = chance.below(4) === 0 ? 1 : 0;
  const from = chance.below(steps.length + 1);
  const until = from + chance.below(steps.length - from + 1);
  const out: Step = { kind: 'bars-app', desk, barred: true };
  const isBack = chance.below(2) === 0 || goesOn;
  const back: readonly Step[] = isBack ? [{ kind: 'bars-app', desk, barred: false }] : [];
  return [...steps.slice(0, from), out, ...steps.slice(from, until), ...back, ...steps.slice(until)];
}

function put(chance: Chance, steps: readonly Step[], step: Step): readonly Step[] {
  const at = chance.below(steps.length + 1);
  return [...steps.slice(0, at), step, ...steps.slice(at)];
}

const MINUTE = 60_000;

/**
 * In every 24th story, unless it ends with something else, staff archive a newcomer's conversation in the provider's inbox; then
 * the newcomer writes again.
 */
export function archivedEnding(pen: Pen, isFree: boolean): readonly Step[] {
  if (pen.chance.below(24) > 0 || !isFree) return [];
  const answers = (): Step => ({ kind: 'answers', agent: 0, request: -1, token: token(pen, 'a') });
  return [
    { kind: 'calm' },
    { kind: 'bars-app', desk: 0, barred: false },
    waits(5 * MINUTE),
    writes(pen),
    waits(20_000),
    answers(),
    waits(8_000),
    { kind: 'archives', phone: NEWCOMER },
    waits(8_000),
    answers(),
    writes(pen),
    waits(20_000),
    answers(),
    waits(MINUTE),
  ];
}

function writes(pen: Pen): Step {
  pen.messages += 1;
  return { kind: 'writes', phone: NEWCOMER, channel: 'whatsapp', desk: WITH_INBOX.desk, token: `m${pen.messages}` };
}

const waits = (ms: number): Step => ({ kind: 'waits', ms });
