import type { Content } from './content';
import type { Message } from './message';
import { shorten } from './text/cleanText';
import { messageText } from './text/messageText';
import { oneLine } from './text/summary';

/** The message an answer replies to: as the provider numbers it, and enough of it to be recognized. */
export type Quote = { readonly providerId: string; readonly text: string };

/**
 * WhatsApp shows no quote of a message that was deleted, or that it has moved to long-term storage, usually after 30 days.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-messages/contextual-replies (read 2026-11)
 */
const QUOTABLE_MS = 30 * 86_400_000;

const LONGEST = 200;

/** A message that stands on the customer's phone and can be replied to; `later` are messages after it, one of which may delete it. */
export function quoteOf(message: Message, later: readonly Message[], now: number): Quote | undefined {
  const { providerId, content, at } = message;
  if (providerId === undefined || !isSpoken(content) || now - at > QUOTABLE_MS || !isOnPhone(message)) return undefined;
  const isDeleted = later.some((one) => one.content.kind === 'deletion' && one.content.target === providerId);
  return isDeleted ? undefined : { providerId, text: excerptOf(content) };
}

/** A message on one line, shortened: shown where it is quoted. */
export const excerptOf = (content: Content): string => shorten(oneLine(messageText(content)), LONGEST);

const REMARKS: readonly Content['kind'][] = ['reaction', 'edit', 'deletion'];
const isSpoken = ({ kind }: Content): boolean => !REMARKS.includes(kind);

const ARRIVED: readonly string[] = ['accepted', 'sent', 'delivered', 'read'];
const isOnPhone = (message: Message): boolean =>
  message.direction === 'inbound' ? message.via !== 'portal' : ARRIVED.includes(message.delivery.status);

/** A comment of Jira's without the quote that stands above the answer (see jira/adf). */
export const unquoted = (text: string, quotedText: string | undefined): string =>
  quotedText === undefined ? text : text.replace(/^(?:>[^\n]*(?:\n|$))+\s*/, '');
