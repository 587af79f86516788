import { chanceFrom, type Chance } from '../../sandbox/chance';
import type { Fault } from '../../sandbox/faults';
import type { ConversationRules } from '../../src/domain/conversationRules';
import type { Step, Story } from './story';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The story of a seed: always the same. At least 8 messages and 5 faults. */
export function writeStory(seed: number): Story {
  const chance = chanceFrom({ seed: Math.imul(seed + 1, 0x9e3779b1) });
  const length = 14 + chance.below(14);
  const pen = { chance, messages: 0, tokens: 0, answers: [] as string[], comments: [] as string[] };
  const opening = [...dangers(chance), message(pen), { kind: 'waits', ms: 2_000 } as const];
  const middle = Array.from({ length }, () => (chance.below(16) === 0 ? slowAnswer(pen) : [nextStep(pen)])).flat();
  const rest = [
    ...Array.from({ length: Math.max(0, 9 - pen.messages) }, () => message(pen)),
    ...Array.from({ length: Math.max(0, 8 - faultsIn(middle)) }, () => trouble(chance)),
  ];
  return { seed, rules: rulesOf(chance), steps: [...opening, ...shuffledInto(chance, middle, rest)] };
}

/** The writes that happen seldom and that must not happen twice are hit on purpose: chance alone finds them late. */
function dangers(chance: Chance): readonly Step[] {
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

/** An answer on its way, the provider silent, while the customer writes on and somebody else is called to the same head. */
const slowAnswer = (pen: Pen): readonly Step[] => [
  { kind: 'fault', fault: { at: 'carrier.send', kind: 'timeout-after', times: 1 } },
  message(pen),
  { kind: 'answers', ...who(pen.chance), token: token(pen, 'a') },
];

type Pen = { readonly chance: Chance; messages: number; tokens: number; answers: string[]; comments: string[] };

const faultsIn = (steps: readonly Step[]) => steps.filter(({ kind }) => TROUBLES.has(kind)).length;
const TROUBLES = new Set<Step['kind']>(['fault', 'weather', 'copies', 'unseen', 'cold-start', 'comment-event-first']);

const shuffledInto = (chance: Chance, steps: readonly Step[], rest: readonly Step[]): readonly Step[] =>
  rest.reduce<readonly Step[]>((all, step) => {
    const at = chance.below(all.length + 1);
    return [...all.slice(0, at), step, ...all.slice(at)];
  }, steps);

function nextStep(pen: Pen): Step {
  const { chance } = pen;
  return pick<() => Step>(chance, [
    [22, () => message(pen)],
    [22, () => ({ kind: 'waits', ms: waitOf(chance) })],
    [28, () => trouble(chance)],
    [10, () => ({ kind: 'answers', ...who(chance), token: token(pen, 'a') })],
    [2, () => (pen.answers.length > 0 ? { kind: 'answers-again', token: one(chance, pen.answers) } : { kind: 'calm' })],
    [8, () => ({ kind: 'comments', ...who(chance), token: token(pen, 'c') })],
    [3, () => ({ kind: 'notes', ...who(chance), token: token(pen, 'n') })],
    [2, () => (pen.comments.length > 0 ? { kind: 'edits', token: one(chance, pen.comments) } : { kind: 'calm' })],
    [7, () => ({ kind: 'moves', ...who(chance), transition: one(chance, TRANSITIONS) })],
    [5, () => ({ kind: 'orders', ...who(chance), call: one(chance, ORDERS) })],
    [2, () => ({ kind: 'opens-tab', ...who(chance) })],
    [
      2,
      () => ({
        kind: 'word',
        phone: chance.below(2),
        channel: channelOf(chance),
        word: one(chance, ['STOP', 'STOP', 'START', 'HELP']),
      }),
    ],
    [2, () => ({ kind: 'reacts', phone: chance.below(2) })],
    [3, () => ({ kind: 'calm' })],
  ])();
}

const TRANSITIONS = ['Resolve', 'Resolve', 'Back to in progress', 'Respond to customer', 'Respond to support'];
const ORDERS = [
  'closeConversation',
  'pauseConversation',
  'activateConversation',
  'reopenConversation',
  'lockConversation',
  'unlockConversation',
];

const who = (chance: Chance) => ({ agent: chance.below(2), request: chance.below(4) });
const channelOf = (chance: Chance) => (chance.below(3) === 0 ? ('sms' as const) : ('whatsapp' as const));

function message(pen: Pen): Step {
  pen.messages += 1;
  const { chance } = pen;
  return { kind: 'writes', phone: chance.below(2), channel: channelOf(chance), token: `m${pen.messages}` };
}

function token(pen: Pen, letter: 'a' | 'c' | 'n'): string {
  pen.tokens += 1;
  const made = `${letter}${pen.tokens}`;
  if (letter === 'a') pen.answers.push(made);
  else if (letter === 'c') pen.comments.push(made);
  return made;
}

const waitOf = (chance: Chance): number =>
  pick(chance, [
    [40, one(chance, [5, 50, 400, 1_500])],
    [40, one(chance, [3_500, 8_000, 20_000, MINUTE])],
    [16, one(chance, [4 * MINUTE, 11 * MINUTE])],
    [3, HOUR],
    [1, 25 * HOUR],
  ]);

/** Everything that goes wrong in the world outside. */
function trouble(chance: Chance): Step {
  return pick<() => Step>(chance, [
    [40, () => ({ kind: 'fault', fault: faultOf(chance) })],
    [4, () => ({ kind: 'weather', weather: { productEventMs: [1_000, 180_000] } })],
    [3, () => ({ kind: 'weather', weather: { duplicates: 0.5 } })],
    [3, () => ({ kind: 'weather', weather: { queueMs: one(chance, [5_000, 60_000, 240_000]) } })],
    [3, () => ({ kind: 'weather', weather: { queryLagMs: one(chance, [30_000, 110_000]) } })],
    [3, () => ({ kind: 'copies', provider: one(chance, PROVIDERS), copies: 1 + chance.below(2), lateRefusals: false })],
    [2, () => ({ kind: 'copies', provider: one(chance, PROVIDERS), copies: 0, lateRefusals: true })],
    [2, () => ({ kind: 'unseen', ms: one(chance, [3_000, 30_000]) })],
    [1, () => ({ kind: 'comment-event-first', first: true })],
    [2, () => ({ kind: 'cold-start' })],
  ])();
}

const PROVIDERS = ['meta', 'twilio'];
const PLACES = [
  'kvs.transact',
  'kvs.transact',
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
  'carrier.send',
  'carrier.send',
  '*',
];
const KINDS = ['refuse', 'timeout-before', 'timeout-after', '429', '500', 'crash-before', 'crash-after'] as const;

function faultOf(chance: Chance): Fault {
  const at = one(chance, PLACES);
  const kind = at === 'kvs.batch' && chance.below(2) === 0 ? 'partial' : one(chance, KINDS);
  const skip = chance.below(at === '*' ? 25 : 3);
  return {
    at,
    kind: at === '*' ? one(chance, ['crash-before', 'crash-after'] as const) : kind,
    times: at.startsWith('jira.') && chance.below(4) === 0 ? 20 : 1 + chance.below(2),
    ...(skip > 0 && { skip }),
    ...(kind === '429' && { retryAfterSeconds: one(chance, [2, 30, 300]) }),
  };
}

/** The default preset most of the time: it does the most. */
function rulesOf(chance: Chance): Partial<ConversationRules> {
  const base = { smallTalk: false, statusNotices: [] };
  return pick<Partial<ConversationRules>>(chance, [
    [10, base],
    [2, { smallTalk: false, afterClose: 'reopen', reopenDays: 2 }],
    [2, { ...base, scope: 'customer-channel' }],
    [2, { smallTalk: false, lockedText: 'This conversation has ended.', ...TALKATIVE }],
    [1, { ...base, closeOn: 'button', reactivateOn: 'button' }],
  ]);
}

/** OmniChat says by itself whatever it can. */
const TALKATIVE: Partial<ConversationRules> = {
  autoReply: 'We are on it.',
  outOfHours: 'We are back in the morning.',
  businessHours: { days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00', holidays: [] },
  windowClosing: { text: 'Write again to keep {key} open.', minutesBefore: 60 },
  coolDownMinutes: 0,
};

const one = <Value>(chance: Chance, values: readonly Value[]): Value => {
  const value = values[chance.below(values.length)];
  if (value === undefined) throw new Error('nothing to choose from');
  return value;
};

function pick<Value>(chance: Chance, weighted: readonly (readonly [number, Value])[]): Value {
  let left = chance.below(weighted.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, value] of weighted) {
    left -= weight;
    if (left < 0) return value;
  }
  throw new Error('no weight was left');
}
