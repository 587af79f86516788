import type { ComposerView } from '../../contract/views';
import { smsMeter } from '../../domain/text/smsMeter';

type Sentence = { readonly key: string; readonly values: Readonly<Record<string, number>> };

export type Measure = {
  readonly line: Sentence;
  readonly warning?: Sentence;
  /** Absent: it is not too long. */
  readonly refusal?: Sentence;
};

/** How long a text is on a way: `195/4096` on WhatsApp, `3 Message 61/67 195/469` over SMS (S2-26). */
export function measure(text: string, { maxCharacters, parts: rule }: ComposerView): Measure {
  const over = text.length - maxCharacters;
  const refusal = over > 0 && { refusal: { key: 'composer.too-long', values: { over } } };
  const line = { key: 'composer.characters', values: { count: text.length, max: maxCharacters } };
  // A text far beyond any SMS is not cut into parts at every key stroke.
  if (!rule || over > maxCharacters) return { line, ...refusal };
  const { parts, used, size, total, room } = smsMeter(text, rule.max);
  const values = { parts, used, size, total, max: Math.min(room, maxCharacters) };
  const tooMany = parts > rule.max && { refusal: { key: 'composer.too-many-parts', values: { parts, max: rule.max } } };
  const warns = parts >= rule.warn && parts > 1 && !tooMany && !refusal;
  return {
    line: { key: parts > 1 ? 'composer.sms-parts' : 'composer.sms', values },
    ...(warns && { warning: { key: 'composer.many-parts', values: { parts } } }),
    ...(refusal || tooMany),
  };
}
