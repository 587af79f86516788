import type { Chance } from '../../sandbox/chance';
import type { Fault } from '../../sandbox/faults';
import { one, pick } from './dice';
import type { Step } from './story';

/** Everything that goes wrong in the world outside. */
export function trouble(chance: Chance): Step {
  return pick<() => Step>(chance, [
    [40, () => ({ kind: 'fault', fault: faultOf(chance) })],
    [4, () => ({ kind: 'weather', weather: { productEventMs: [1_000, 180_000] } })],
    [3, () => ({ kind: 'weather', weather: { duplicates: 0.5 } })],
    [3, () => ({ kind: 'weather', weather: { queueMs: one(chance, [5_000, 60_000, 240_000]) } })],
    [3, () => ({ kind: 'weather', weather: { queryLagMs: one(chance, [30_000, 110_000]) } })],
    [2, () => ({ kind: 'weather', weather: { searchLagMs: one(chance, [60_000, 300_000]) } })],
    [3, () => ({ kind: 'weather', weather: { queueJitterMs: one(chance, [3_000, 60_000]) } })],
    [3, () => ({ kind: 'weather', weather: { clockMs: one(chance, [-20_000, 30_000, 90_000]) } })],
    [1, () => ({ kind: 'weather', weather: { lost: 0.3 } })],
    [2, () => ({ kind: 'newer', head: chance.below(3) })],
    [3, () => ({ kind: 'copies', provider: one(chance, PROVIDERS), copies: 1 + chance.below(2), lateRefusals: false })],
    [2, () => ({ kind: 'copies', provider: one(chance, PROVIDERS), copies: 0, lateRefusals: true })],
    [2, () => ({ kind: 'unseen', ms: one(chance, [3_000, 30_000]) })],
    [1, () => ({ kind: 'comment-event-first', first: true })],
    [2, () => ({ kind: 'cold-start' })],
  ])();
}

/** The writes that happen seldom and that must not happen twice are hit on purpose: chance alone finds them late. */
export function dangers(chance: Chance): readonly Step[] {
  const at = pick<string | undefined>(chance, [
    [2, 'jira.create-issue'],
    [2, 'carrier.send'],
    [1, 'jira.comment'],
    [1, 'jira.edit-issue'],
    [4, undefined],
  ]);
  if (at === undefined) return [];
  const kind = one(chance, ['timeout-before', 'timeout-after', 'crash-after', 'crash-before', '500'] as const);
  return [{ kind: 'fault', fault: { at, kind, times: 1 + chance.below(2) } }];
}

/** On the way of a file to a phone, or from one. */
export function fileTrouble(chance: Chance): Step {
  const at = one(chance, FILE_PLACES);
  const kind = at === 'carrier.file' ? 'refuse' : one(chance, KINDS);
  const times = 1 + chance.below(2);
  return {
    kind: 'fault',
    fault: { at, kind, times, ...(kind === '429' && { retryAfterSeconds: one(chance, [2, 30]) }) },
  };
}

const FILE_PLACES = [
  'objects.upload-url',
  'objects.upload',
  'objects.public-download-url',
  'jira.attachment',
  'jira.attachment',
  'jira.get-issue',
  'carrier.send',
  'carrier.file',
];

export const isTrouble = ({ kind }: Step): boolean => TROUBLES.has(kind);
export const faultsIn = (steps: readonly Step[]): number => steps.filter(isTrouble).length;
const TROUBLES = new Set<Step['kind']>([
  'fault',
  'weather',
  'copies',
  'newer',
  'unseen',
  'cold-start',
  'comment-event-first',
]);

const PROVIDERS = ['meta', 'twilio'];
const PLACES = [
  'kvs.transact',
  'kvs.transact',
  'kvs.batch',
  'kvs.batch',
  'kvs.get',
  'kvs.set',
  'kvs.query',
  'kvs.secret',
  'queue.push',
  'jira.create-issue',
  'jira.comment',
  'jira.edit-comment',
  'jira.edit-issue',
  'jira.get-issue',
  'jira.get-comment',
  'jira.search',
  'jira.property',
  'jira.customer',
  'jira.transition',
  'jira.attach',
  'carrier.send',
  'carrier.send',
  '*',
];
const KINDS = [
  'refuse',
  'timeout-before',
  'timeout-after',
  '429',
  '500',
  'crash-before',
  'crash-after',
  'slow',
] as const;
const BATCH_KINDS = ['partial', 'torn'] as const;

function faultOf(chance: Chance): Fault {
  const at = one(chance, PLACES);
  const kind = at === 'kvs.batch' && chance.below(3) > 0 ? one(chance, BATCH_KINDS) : one(chance, KINDS);
  const skip = chance.below(at === '*' ? 25 : 3);
  return {
    at,
    kind: at === '*' ? one(chance, ['crash-before', 'crash-after'] as const) : kind,
    times: at.startsWith('jira.') && chance.below(4) === 0 ? 20 : 1 + chance.below(2),
    ...(skip > 0 && { skip }),
    ...(kind === '429' && { retryAfterSeconds: one(chance, [2, 30, 300]) }),
  };
}
