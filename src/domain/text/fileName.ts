import type { MediaKind } from '../content';

const LONGEST = 80;

/**
 * The name of a customer's file on the request: what the customer called it, without anything that is a path or is not
 * shown, then `mark`, which tells it from all others, then the ending that its bytes ask for.
 */
export function fileName(
  { fileName: given, kind }: { readonly fileName?: string; readonly kind: MediaKind },
  { mark, ending }: { readonly mark: string; readonly ending: string },
): string {
  const cleaned = (given ?? '')
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}/\\:*?"<>|]+/gu, ' ')
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const base = cleaned
    .slice(0, LONGEST)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
  return `${base === '' ? NAMES[kind] : base}-${mark}.${ending}`;
}

/** Does this name bear the mark? */
export const bearsMark = (name: string, mark: string): boolean => new RegExp(`-${mark}\\.[A-Za-z0-9]+$`).test(name);

const NAMES: Record<MediaKind, string> = {
  image: 'photo',
  video: 'video',
  audio: 'audio',
  voice: 'voice-note',
  document: 'document',
  sticker: 'sticker',
};
