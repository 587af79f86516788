import type { SentTemplate } from './template';

/** What a message says. Unknown kinds become `unsupported`: never an exception, never a lost message. */
export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'media'; readonly media: MediaRef; readonly caption?: string }
  | {
      readonly kind: 'location';
      readonly latitude: number;
      readonly longitude: number;
      readonly name?: string;
      readonly address?: string;
    }
  /** `more` cards came that were too many to keep. */
  | { readonly kind: 'contacts'; readonly cards: readonly ContactCard[]; readonly more?: number }
  /** From a catalog; `text` is what the customer wrote beside it. `more` items came that were too many to keep. */
  | { readonly kind: 'order'; readonly items: readonly OrderItem[]; readonly text?: string; readonly more?: number }
  /** A tap on a button or a list row: `text` is its label. */
  | { readonly kind: 'choice'; readonly text: string; readonly payload?: string }
  /** Outbound only. `text` is what the customer reads: header, body and footer with the values in them; `media` stands above it. */
  | { readonly kind: 'template'; readonly template: SentTemplate; readonly text: string; readonly media?: MediaRef }
  /** `target` is the provider's id of the message meant; without an emoji the reaction was taken back. */
  | { readonly kind: 'reaction'; readonly target: string; readonly emoji?: string }
  | { readonly kind: 'edit'; readonly target: string; readonly text: string }
  | { readonly kind: 'deletion'; readonly target: string }
  /** `aboutAnother`: it speaks about another message, as an edit or a pin does. */
  | { readonly kind: 'unsupported'; readonly description: string; readonly aboutAnother?: true };

export type MediaKind = 'image' | 'video' | 'audio' | 'voice' | 'document' | 'sticker';

/**
 * A file still at the provider: its id or link is kept so that it can be fetched later; empty where the provider has none to
 * give. One that goes out is a file of the
 * request; it has no id at the provider.
 */
export type MediaRef = {
  readonly kind: MediaKind;
  readonly providerId: string;
  readonly mimeType?: string;
  readonly fileName?: string;
  /** The file on the request, once it is there. */
  readonly file?: StoredFile;
  /** Why it is not on the request; somebody may have it tried again. */
  readonly missing?: MediaFailureReason;
};

/** An attachment of the request. `mediaId` names it in documents; without one texts name it only. `size` in bytes. */
export type StoredFile = {
  readonly attachmentId: string;
  readonly mediaId?: string;
  readonly name: string;
  /** Told from the bytes. */
  readonly mimeType: string;
  readonly size: number;
};

/** Why a file is not on the request. Closed list: each reason has a sentence in static/locales. */
export const MEDIA_FAILURES = [
  'gone',
  'too-large',
  'too-slow',
  'wrong-host',
  'refused',
  'no-answer',
  'not-that-kind',
  'jira-refused',
  'unwanted',
] as const;
export type MediaFailureReason = (typeof MEDIA_FAILURES)[number];

/** The file of a message: what it is, or what stands in its header. */
export const mediaIn = (content: Content): MediaRef | undefined =>
  content.kind === 'media' || content.kind === 'template' ? content.media : undefined;

/** Is the file still on its way to the request? */
export const isOnItsWay = (content: Content): boolean =>
  content.kind === 'media' && content.media.file === undefined && content.media.missing === undefined;

/** The advertisement or post that made somebody write (click to WhatsApp). */
export type Referral = {
  readonly url?: string;
  readonly headline?: string;
  readonly body?: string;
};

export type ContactCard = {
  readonly name: string;
  readonly phones: readonly string[];
  readonly company?: string;
  readonly emails?: readonly string[];
};

/** Figures as the provider spells them; `price` is that of one piece, `product` the shop's own id. */
export type OrderItem = {
  readonly product: string;
  readonly quantity?: string;
  readonly price?: string;
  readonly currency?: string;
};

/** Only an utterance opens a request. Reactions, edits and deletions speak about another message. */
export function isUtterance(content: Content): boolean {
  if (content.kind === 'unsupported') return !content.aboutAnother;
  return content.kind !== 'reaction' && content.kind !== 'edit' && content.kind !== 'deletion';
}

/** What the customer typed, when they typed something: text, caption or label. */
export function typedText(content: Content): string | undefined {
  if (content.kind === 'text' || content.kind === 'choice' || content.kind === 'edit') return content.text;
  if (content.kind === 'template') return content.text;
  if (content.kind === 'order') return content.text;
  return content.kind === 'media' ? content.caption : undefined;
}
