import type { Channel, ContactAddress } from '../domain/contact';
import type { MediaKind } from '../domain/content';
import type { SentButton } from '../domain/template';

/** `key` comes back in reports; `from` is the business number's receiver; `statusUrl` where the provider reports to. */
export type OutboundMessage = {
  readonly key: string;
  readonly channel: Channel;
  readonly from: string;
  readonly to: ContactAddress;
  readonly content: OutboundContent;
  /** The provider's id of the message this one replies to. Ignored where provider or channel know no quotes. */
  readonly quotes?: string;
  readonly statusUrl: string;
  /**
   * SMS only: whole seconds, from 1 on, that the message may wait for its phone. A provider that takes less gets the most it
   * takes; one that takes none ignores it. Absent: the provider's own default.
   */
  readonly validitySeconds?: number;
};

export type OutboundContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'media'; readonly file: OutboundFile; readonly caption?: string }
  | { readonly kind: 'template'; readonly template: OutboundTemplate };

/** `link` is public and lives for an hour: the provider fetches the file itself. */
export type OutboundFile = {
  readonly kind: MediaKind;
  readonly link: string;
  readonly mimeType: string;
  readonly fileName: string;
};

/**
 * A template with its values, in the order of its placeholders, and the names of those: missing only in what was stored
 * before names were kept. `id` is the provider's own where it has one besides the name.
 */
export type OutboundTemplate = {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly header?:
    | { readonly kind: 'text'; readonly value: string; readonly name?: string }
    | { readonly kind: 'media'; readonly file: OutboundFile };
  readonly body: readonly string[];
  readonly placeholders?: readonly string[];
  /** Quick replies, with what they come back with, and buttons that take a value; in the order in which they stand. */
  readonly buttons: readonly SentButton[];
};
