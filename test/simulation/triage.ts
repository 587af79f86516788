import type { ConversationRules } from '../../src/domain/conversationRules';
import { one, pick } from './dice';
import type { Pen } from './pen';
import type { Step } from './story';

/** Rules by which conversations wait for a person before they are requests, and what that person does. */
type Triage = {
  readonly rules: Partial<ConversationRules>;
  readonly otherRules: Partial<ConversationRules>;
  /** Now and then while the story is lived. */
  readonly decisions: readonly Step[];
  /** Once all is calm, so that the world may come to rest: most of what still waits. */
  readonly last: readonly Step[];
};

const NONE: Triage = { rules: {}, otherRules: {}, decisions: [], last: [] };
const ON_TRIAGE = { createRequest: 'on-triage' } as const;

/** Every tenth story waits for triage at the first desk, a third of those at both. */
export function triageOf(pen: Pen): Triage {
  const { chance } = pen;
  if (chance.below(10) > 0) return NONE;
  const last = Array.from({ length: 3 + chance.below(5) }, () => [
    decision(pen),
    { kind: 'waits', ms: 3_500 } as const,
  ]);
  return {
    rules: ON_TRIAGE,
    otherRules: chance.below(3) === 0 ? ON_TRIAGE : {},
    decisions: Array.from({ length: 8 + chance.below(6) }, () => decision(pen)),
    last: [{ kind: 'calm' }, { kind: 'waits', ms: 5 * 60_000 }, ...last.flat(), { kind: 'waits', ms: 60_000 }],
  };
}

function decision({ chance }: Pen): Step {
  const waiting = one(chance, [-1, 0, 0, 1, 2]);
  return pick<Step>(chance, [
    [5, { kind: 'triages', waiting, decision: 'create' }],
    [1, { kind: 'triages', waiting, decision: 'dismiss' }],
    [3, { kind: 'links', waiting }],
    [2, { kind: 'links', waiting, request: chance.below(4) }],
  ]);
}
