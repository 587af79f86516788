import type { Chance } from '../../sandbox/chance';
import { one } from './dice';
import { message, token, type Pen } from './pen';
import { AGED, type Step } from './story';

const MINUTE = 60_000;

/** Woe whose dice came later than those of `trouble.ts`: what belongs together stays together. Written last, so that earlier stories only gain steps. */
export function furtherTrouble(pen: Pen): readonly (readonly Step[])[] {
  const { chance } = pen;
  return [
    ...(chance.below(2) === 0 ? [[conflict(chance)]] : []),
    ...(chance.below(3) === 0 ? [one(chance, SELDOM)(pen)] : []),
    ...(chance.below(3) === 0 ? [[newer(chance)]] : []),
  ];
}

/** Somebody else writes the same in this moment. */
const conflict = (chance: Chance): Step => ({
  kind: 'fault',
  fault: { at: one(chance, CONTENDED), kind: '409', times: 1 + chance.below(3) },
});

const CONTENDED = [
  'kvs.transact',
  'kvs.transact',
  'jira.edit-issue',
  'jira.comment',
  'jira.edit-comment',
  'jira.property',
  'jira.transition',
];

/** Any record may have been written by the version that is being installed. */
const newer = (chance: Chance): Step => ({ kind: 'newer', head: chance.below(12), of: one(chance, AGED) });

/** A request is resolved with an answer, and Jira tells of the answer first. */
const spokenLast = (pen: Pen): readonly Step[] => [
  { kind: 'comment-event-first', first: pen.chance.below(3) > 0 },
  { kind: 'moves', agent: 0, request: pen.chance.below(4), transition: 'Resolve', comment: token(pen, 'c') },
  waits(one(pen.chance, [5, 3_500])),
];

/** A request that an agent raises for a caller, and that Jira does not show yet. */
const unseenStart = ({ chance }: Pen): readonly Step[] => [
  { kind: 'unseen', ms: one(chance, [3_000, 30_000]) },
  { kind: 'starts', agent: 0, phone: chance.below(2), channel: 'sms' },
  waits(one(chance, [400, 8_000])),
];

/** A request that may have been created is looked for, and search does not know it yet. */
const unfound = (pen: Pen): readonly Step[] => [
  { kind: 'weather', weather: { searchLagMs: one(pen.chance, [MINUTE, 5 * MINUTE]) } },
  { kind: 'fault', fault: { at: 'jira.create-issue', kind: 'timeout-after', times: 1 } },
  { ...message(pen), desk: 1 },
  waits(20_000),
];

/** To the new phone no window is open, of which the provider tells afterwards. */
const refusedLate = (pen: Pen): readonly Step[] => [
  { kind: 'copies', provider: 'meta', copies: 0, lateRefusals: true },
  { kind: 'new-phone', phone: pen.chance.below(2) },
  waits(3_500),
  ...[0, 1, 2].map((request): Step => ({ kind: 'answers', agent: 0, request, token: token(pen, 'a') })),
  waits(3_500),
];

/** The provider made us wait yesterday: the record of it has had its time, and can still be read. */
const dayLater = (pen: Pen): readonly Step[] => [
  message(pen),
  waits(3_500),
  { kind: 'fault', fault: { at: 'carrier.send', kind: '429', times: 1, retryAfterSeconds: 2 } },
  ...[0, 1].map((request): Step => ({ kind: 'answers', agent: 0, request, token: token(pen, 'a') })),
  waits(25 * 60 * MINUTE),
  message(pen),
  waits(3_500),
  { kind: 'answers', agent: 0, request: pen.chance.below(2), token: token(pen, 'a') },
];

const waits = (ms: number): Step => ({ kind: 'waits', ms });

const SELDOM = [spokenLast, unseenStart, unfound, refusedLate, dayLater];
