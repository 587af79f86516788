import type { Chance } from '../../sandbox/chance';
import { one } from './dice';
import type { CustomersFile, Step } from './story';

/** What a story has said so far. Tokens are unique in it. */
export type Pen = {
  readonly chance: Chance;
  messages: number;
  tokens: number;
  readonly said: Record<Letter, string[]>;
};
/**
 * Answers from the tab, public comments, internal notes, edits, the customers' own comments, their new words for a message,
 * templates, what staff write past OmniChat, agents' files.
 */
export type Letter = 'a' | 'c' | 'n' | 'e' | 'p' | 'r' | 't' | 's' | 'f';

export const newPen = (chance: Chance): Pen => ({
  chance,
  messages: 0,
  tokens: 0,
  said: { a: [], c: [], n: [], e: [], p: [], r: [], t: [], s: [], f: [] },
});

export function token(pen: Pen, letter: Letter): string {
  pen.tokens += 1;
  const made = `${letter}${pen.tokens}`;
  pen.said[letter].push(made);
  return made;
}

/** Does something with what was said; nothing where nothing was. */
export function about(pen: Pen, letters: readonly Letter[], step: (token: string) => Step): Step {
  const known = letters.flatMap((letter) => pen.said[letter]);
  return known.length > 0 ? step(one(pen.chance, known)) : { kind: 'waits', ms: 5 };
}

/** Most of the time WhatsApp, and the first desk. */
export function message(pen: Pen): Extract<Step, { kind: 'writes' }> {
  pen.messages += 1;
  const { chance } = pen;
  const line = lineOf(chance);
  const identity = chance.below(14) === 0 ? { identity: one(chance, ['user-id', 'both'] as const) } : {};
  return { kind: 'writes', ...line, token: `m${pen.messages}`, ...identity, ...fileOf(chance) };
}

/** Every tenth message. */
function fileOf(chance: Chance): { file?: CustomersFile } {
  if (chance.below(10) > 0) return {};
  return { file: one<CustomersFile>(chance, ['document', 'document', 'sticker', 'sticker', 'program']) };
}

export const lineOf = (chance: Chance) => ({
  phone: chance.below(2),
  channel: chance.below(3) === 0 ? ('sms' as const) : ('whatsapp' as const),
  desk: chance.below(8) === 0 ? 1 : 0,
});

export const who = (chance: Chance) => ({ agent: chance.below(2), request: chance.below(4) });
