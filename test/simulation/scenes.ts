import { one, pick } from './dice';
import { message, token, who, type Pen } from './pen';
import type { Step } from './story';

const MINUTE = 60_000;

/** Several steps that belong together: chance alone would hardly ever bring them into this order. */
export const scene = (pen: Pen): readonly Step[] =>
  pick<() => readonly Step[]>(pen.chance, [
    [3, () => slowAnswer(pen)],
    [2, () => editedComment(pen)],
    [1, () => withdrawnComment(pen)],
    [2, () => fileInTrouble(pen)],
    [3, () => sentAgain(pen)],
  ])();

/** An answer on its way, the provider silent, while the customer writes on and somebody else is called to the same head. */
const slowAnswer = (pen: Pen): readonly Step[] => [
  { kind: 'fault', fault: { at: 'carrier.send', kind: 'timeout-after', times: 1 } },
  message(pen),
  { kind: 'answers', ...who(pen.chance), token: token(pen, 'a') },
];

/** A comment that the customer has is edited, and the customer is told. */
function editedComment(pen: Pen): readonly Step[] {
  const { chance } = pen;
  const written = token(pen, 'c');
  const waits = { kind: 'waits', ms: one(chance, [1_500, 8_000]) } as const;
  return [
    message(pen),
    waits,
    { kind: 'comments', ...who(chance), token: written, prefixed: true },
    waits,
    { kind: 'edits', token: written, as: token(pen, 'e') },
    waits,
    { kind: 'corrects', token: written },
  ];
}

/** The provider wants us to wait; meanwhile the agent thinks better of it. */
function withdrawnComment(pen: Pen): readonly Step[] {
  const { chance } = pen;
  const written = token(pen, 'c');
  return [
    message(pen),
    { kind: 'waits', ms: 8_000 },
    { kind: 'fault', fault: { at: 'carrier.send', kind: '429', times: 1, retryAfterSeconds: 300 } },
    { kind: 'comments', ...who(chance), token: written, prefixed: true },
    { kind: 'waits', ms: 3_500 },
    { kind: one(chance, ['hides', 'removes'] as const), token: written },
    { kind: 'waits', ms: 11 * MINUTE },
  ];
}

/** A file that cannot be fetched or attached at first; later an agent has it tried again. */
function fileInTrouble(pen: Pen): readonly Step[] {
  const { chance } = pen;
  const at = one(chance, ['carrier.read', 'jira.attach', 'jira.attach', 'jira.attachment', 'jira.get-issue']);
  const kinds = ['timeout-before', 'timeout-after', 'crash-before', 'crash-after', 'slow'] as const;
  const kind =
    at === 'carrier.read' ? one(chance, kinds.slice(0, 4)) : one(chance, [...kinds, 'refuse', '429', '500'] as const);
  const times = one(chance, [1, 2, 6]);
  return [
    { kind: 'fault', fault: { at, kind, times, ...(kind === '429' && { retryAfterSeconds: 30 }) } },
    { ...message(pen), file: one(chance, ['document', 'sticker'] as const) },
    { kind: 'waits', ms: one(chance, [8_000, MINUTE, 4 * MINUTE]) },
    { kind: 'fetches-again', ...who(chance) },
  ];
}

/** An answer that does not go, or nobody knows whether it did: an agent has it sent again. */
function sentAgain(pen: Pen): readonly Step[] {
  const { chance } = pen;
  const kind = one(chance, ['timeout-before', 'timeout-after', 'crash-after', 'refuse', 'refuse', '500'] as const);
  const said = token(pen, 'a');
  return [
    message(pen),
    { kind: 'waits', ms: 20_000 },
    { kind: 'fault', fault: { at: 'carrier.send', kind, times: 1 } },
    { kind: 'answers', agent: 0, request: -1, token: said },
    { kind: 'waits', ms: MINUTE },
    { kind: 'resends', agent: 1, token: said },
    ...one<readonly Step[]>(chance, [[], [{ kind: 'resends', agent: 0, token: said }]]),
  ];
}
