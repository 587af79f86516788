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
