import type { Fault } from '../../sandbox/faults';
import type { Delays } from '../../sandbox/forge/platform';
import type { ConversationRules } from '../../src/domain/conversationRules';

/** What happens in a simulated world, as plain JSON: a story replays, can be shortened and kept in a file. */
export type Story = {
  readonly seed: number;
  readonly rules: Partial<ConversationRules>;
  readonly steps: readonly Step[];
};

/** `request` counts the requests there are, oldest first, and wraps around. Tokens are unique in a story. */
export type Step =
  | { readonly kind: 'writes'; readonly phone: number; readonly channel: 'whatsapp' | 'sms'; readonly token: string }
  | { readonly kind: 'word'; readonly phone: number; readonly channel: 'whatsapp' | 'sms'; readonly word: string }
  | { readonly kind: 'reacts'; readonly phone: number }
  | { readonly kind: 'answers'; readonly agent: number; readonly request: number; readonly token: string }
  | { readonly kind: 'answers-again'; readonly token: string }
  | { readonly kind: 'comments'; readonly agent: number; readonly request: number; readonly token: string }
  | { readonly kind: 'notes'; readonly agent: number; readonly request: number; readonly token: string }
  | { readonly kind: 'edits'; readonly token: string }
  | { readonly kind: 'moves'; readonly agent: number; readonly request: number; readonly transition: string }
  | { readonly kind: 'orders'; readonly agent: number; readonly request: number; readonly call: string }
  | { readonly kind: 'opens-tab'; readonly agent: number; readonly request: number }
  | { readonly kind: 'waits'; readonly ms: number }
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'weather'; readonly weather: Partial<Delays> }
  | { readonly kind: 'copies'; readonly provider: string; readonly copies: number; readonly lateRefusals: boolean }
  | { readonly kind: 'unseen'; readonly ms: number }
  | { readonly kind: 'comment-event-first'; readonly first: boolean }
  | { readonly kind: 'cold-start' }
  | { readonly kind: 'calm' };

/** A story as a person reads it, a line per step. */
export const tell = ({ seed, rules, steps }: Story): string =>
  [`seed ${seed}, rules ${JSON.stringify(rules)}`, ...steps.map((step, index) => `${index + 1}. ${lineOf(step)}`)].join(
    '\n',
  );

function lineOf({ kind, ...facts }: Step): string {
  const told = Object.entries(facts).map(
    ([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
  );
  return [kind, ...told].join(', ');
}
