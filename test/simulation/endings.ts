import { one, pick } from './dice';
import { token, type Pen } from './pen';
import { NEWCOMER } from './people';
import type { Step } from './story';

const MINUTE = 60_000;

/**
 * What some stories end with: once all is calm, a customer of whom nothing was heard before lives through something whose laws
 * can be broken only in one order of things. Most stories have none.
 */
export const endingOf = (pen: Pen): readonly Step[] => {
  const ending = pick<((pen: Pen) => readonly Step[]) | undefined>(pen.chance, [
    [20, undefined],
    [1, leftPhone],
    [1, stopAcrossPhones],
    [1, unadopted],
    [1, pausedMeanwhile],
    [1, lateDone],
    [1, lockedMeanwhile],
    [1, afterTheWindow],
    [1, commentSentAgain],
  ]);
  return ending ? [{ kind: 'calm' }, waits(5 * MINUTE), ...ending(pen)] : [];
};

/** The provider makes us wait with answers; meanwhile the customer takes another phone. */
const leftPhone = (pen: Pen): readonly Step[] => [
  writes(pen),
  waits(20_000),
  { kind: 'fault', fault: { at: 'carrier.send', kind: '429', times: 1, retryAfterSeconds: 120 } },
  ...[1, 2, 3].map(() => answers(pen)),
  { kind: 'new-phone', phone: NEWCOMER },
  waits(3_500),
  waits(5 * MINUTE),
  writes(pen),
  waits(20_000),
  answers(pen),
  waits(MINUTE),
];

/** STOP is said on the phone that the customer leaves, or on the new one. */
function stopAcrossPhones(pen: Pen): readonly Step[] {
  const stop: Step = { kind: 'word', phone: NEWCOMER, channel: 'whatsapp', desk: 0, word: 'STOP' };
  const moves: Step = { kind: 'new-phone', phone: NEWCOMER };
  const [first, second] = one(pen.chance, [
    [stop, moves],
    [moves, stop],
  ] as const);
  return [
    writes(pen),
    waits(20_000),
    first,
    waits(20_000),
    second,
    waits(20_000),
    // WhatsApp takes nothing to a phone that has not written.
    writes(pen),
    waits(4 * MINUTE),
    answers(pen),
    { kind: 'comments', agent: 1, request: -1, token: token(pen, 'c'), prefixed: true },
    waits(MINUTE),
  ];
}

/** The answer to a creation is lost, and agents are at work on the request before OmniChat knows that it is there. */
const unadopted = (pen: Pen): readonly Step[] => [
  { kind: 'weather', weather: { productEventMs: [3 * MINUTE, 3 * MINUTE], searchLagMs: 3 * MINUTE } },
  { kind: 'fault', fault: { at: 'jira.create-issue', kind: 'timeout-after', times: 1 } },
  writes(pen),
  waits(8_000),
  // What agents do is told before the creation is.
  { kind: 'weather', weather: { productEventMs: [200, 1_000] } },
  { kind: 'comments', agent: 0, request: -1, token: token(pen, 'c'), prefixed: true },
  waits(3_500),
  ...one<readonly Step[]>(pen.chance, [[], [{ kind: 'moves', agent: 0, request: -1, transition: 'Resolve' }]]),
  waits(11 * MINUTE),
];

/** While a conversation is paused the customer reacts to it and goes on about something else; then it is activated again. */
const pausedMeanwhile = (pen: Pen): readonly Step[] => [
  writes(pen),
  waits(20_000),
  answers(pen),
  waits(8_000),
  { kind: 'orders', agent: 0, request: -1, call: 'pauseConversation' },
  waits(3_500),
  { kind: 'reacts', phone: NEWCOMER },
  writes(pen),
  waits(400),
  writes(pen),
  waits(20_000),
  { kind: 'orders', agent: 0, request: -1, call: 'closeConversation' },
  waits(8_000),
  { kind: 'orders', agent: 0, request: -2, call: 'activateConversation' },
  waits(3_500),
  writes(pen),
  waits(20_000),
];

/** The request is Done, and the customer writes on before OmniChat hears of it. */
const lateDone = (pen: Pen): readonly Step[] => [
  writes(pen),
  waits(20_000),
  answers(pen),
  waits(8_000),
  { kind: 'weather', weather: { productEventMs: [2 * MINUTE, 2 * MINUTE] } },
  { kind: 'moves', agent: 0, request: -1, transition: 'Resolve' },
  waits(8_000),
  writes(pen),
  waits(5 * MINUTE),
];

/** The provider makes us wait with answers; meanwhile the agent ends the conversation and locks it. Then comes a file. */
const lockedMeanwhile = (pen: Pen): readonly Step[] => [
  writes(pen),
  waits(20_000),
  { kind: 'fault', fault: { at: 'carrier.send', kind: '429', times: 1, retryAfterSeconds: 120 } },
  answers(pen),
  answers(pen),
  { kind: 'orders', agent: 0, request: -1, call: 'closeConversation' },
  waits(3_500),
  { kind: 'orders', agent: 0, request: -1, call: 'lockConversation' },
  waits(5 * MINUTE),
  { ...writes(pen), file: 'document' },
  waits(MINUTE),
];

/** A day of silence: nothing but a template may go out, until the customer writes again. */
const afterTheWindow = (pen: Pen): readonly Step[] => [
  writes(pen),
  waits(20_000),
  answers(pen),
  waits(25 * 60 * MINUTE),
  answers(pen),
  { kind: 'templates', agent: 1, request: -1, token: token(pen, 't') },
  waits(MINUTE),
  writes(pen),
  waits(20_000),
  answers(pen),
  waits(MINUTE),
];

/** A comment does not go, or nobody knows whether it did: an agent has it sent again, and edits it. */
function commentSentAgain(pen: Pen): readonly Step[] {
  const kind = one(pen.chance, ['refuse', 'timeout-before', 'timeout-after', '500'] as const);
  const said = token(pen, 'c');
  return [
    writes(pen),
    waits(20_000),
    { kind: 'fault', fault: { at: 'carrier.send', kind, times: 1 } },
    { kind: 'comments', agent: 0, request: -1, token: said, prefixed: true },
    waits(MINUTE),
    { kind: 'resends', agent: 1, token: said },
    waits(MINUTE),
    ...one<readonly Step[]>(pen.chance, [[], [{ kind: 'edits', token: said, as: token(pen, 'e') }]]),
    waits(MINUTE),
  ];
}

function writes(pen: Pen): Extract<Step, { kind: 'writes' }> {
  pen.messages += 1;
  return { kind: 'writes', phone: NEWCOMER, channel: 'whatsapp', desk: 0, token: `m${pen.messages}` };
}

const answers = (pen: Pen): Step => ({ kind: 'answers', agent: 0, request: -1, token: token(pen, 'a') });
const waits = (ms: number): Step => ({ kind: 'waits', ms });
