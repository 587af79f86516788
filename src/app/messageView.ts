import type { FileView } from '../contract/messageViews';
import type { BodyView, MessageView } from '../contract/views';
import type { Content, MediaRef, Referral } from '../domain/content';
import { providersWords, type FailureReason, type SendFailure } from '../domain/delivery';
import type { Message, OutboundMessage } from '../domain/message';
import { excerptOf, quoteOf } from '../domain/quote';
import { itemTexts, moreText } from '../domain/text/messageText';
import { unreachable } from '../domain/unreachable';
import { addressName } from './texts';

/** One row of the tab. A quoted message is told where it stands on the same page. */
export function messageView(message: Message, page: readonly Message[], now: number): MessageView {
  const quoted =
    message.quotes === undefined ? undefined : page.find(({ providerId }) => providerId === message.quotes);
  const text = message.quotedText ?? (quoted && excerptOf(quoted.content));
  return {
    key: message.key,
    sequence: message.sequence,
    side: message.direction === 'inbound' ? 'customer' : 'business',
    author: authorView(message),
    channel: message.channel,
    at: isoTime(message.at),
    via: message.direction === 'inbound' ? (message.via ?? 'phone') : message.via,
    body: bodyView(message.content),
    ...(text !== undefined && { quoted: text }),
    ...(quoteOf(message, page, now) && { quotableFrom: message.number }),
    ...aboutOf(message, page),
    ...(message.direction === 'inbound' && message.fullLength !== undefined && { fullLength: message.fullLength }),
    ...(message.direction === 'inbound' && message.referral && { referral: referralView(message.referral) }),
    ...(message.direction === 'outbound' && { delivery: deliveryView(message), ...commentView(message) }),
  };
}

/** The address comes from outside: only the web's is made a link. */
function referralView({ headline, body, url }: Referral): NonNullable<MessageView['referral']> {
  const text = headline ?? body;
  return { ...(text !== undefined && { text }), ...(url && /^https?:\/\//i.test(url) && { url }) };
}

function aboutOf({ content }: Message, page: readonly Message[]): Pick<MessageView, 'about'> {
  const target = 'target' in content ? page.find(({ providerId }) => providerId === content.target) : undefined;
  return target ? { about: target.key } : {};
}

const commentView = ({ comment, corrects }: OutboundMessage): Pick<MessageView, 'comment' | 'isCorrection'> => ({
  ...(comment && { comment: { ...comment, at: isoTime(comment.at) } }),
  ...(corrects && { isCorrection: true }),
});

const isoTime = (at: number): string => new Date(at).toISOString();

function authorView({ author, address }: Message): MessageView['author'] {
  if (author.kind === 'customer') return { kind: 'customer', name: author.name ?? addressName(address, undefined) };
  return author.kind === 'agent' || author.kind === 'automation'
    ? { kind: 'agent', accountId: author.accountId }
    : { kind: author.kind };
}

/** Why a message did not go, and what the provider said about it. */
export function failureView(failure: SendFailure): { readonly reason: FailureReason; readonly detail?: string } {
  const detail = providersWords(failure);
  return { reason: failure.reason, ...(detail !== '' && { detail }) };
}

function deliveryView({ delivery }: OutboundMessage): NonNullable<MessageView['delivery']> {
  const { status, failure, history, price } = delivery;
  const at = history.findLast((step) => step.status === status)?.at ?? history.at(-1)?.at ?? 0;
  return {
    status,
    at: isoTime(at),
    ...(failure && failureView(failure)),
    ...(price && { price: `${price.amount} ${price.currency}` }),
  };
}

function bodyView(content: Content): BodyView {
  switch (content.kind) {
    case 'text':
    case 'choice':
    case 'edit':
      return { kind: content.kind, text: content.text };
    case 'template':
      return templateView(content);
    case 'media':
      return mediaView(content);
    case 'location':
      return locationView(content);
    case 'contacts':
      return {
        kind: 'contacts',
        text: [
          ...content.cards
            .map(({ name, company = '', phones, emails = [] }) => [name, company, ...phones, ...emails])
            .map((parts) => parts.filter(Boolean).join(' ')),
          ...moreText(content),
        ].join('\n'),
      };
    case 'order':
      return {
        kind: 'order',
        text: [...(content.text === undefined ? [] : [content.text]), ...itemTexts(content)].join('\n'),
      };
    case 'reaction':
      return { kind: 'reaction', ...(content.emoji !== undefined && { text: content.emoji }) };
    case 'deletion':
      return { kind: 'deletion' };
    case 'unsupported':
      return { kind: 'unsupported', detail: content.description };
    default:
      return unreachable(content);
  }
}

const mediaView = ({ media, caption }: Extract<Content, { kind: 'media' }>): BodyView => ({
  kind: media.kind,
  ...(caption !== undefined && { text: caption }),
  ...(media.fileName !== undefined && { detail: media.fileName }),
  file: fileView(media),
});

const templateView = ({ text, template, media }: Extract<Content, { kind: 'template' }>): BodyView => ({
  kind: 'template',
  text,
  detail: template.name,
  language: template.language,
  ...(media && { file: fileView(media) }),
});

/** Jira serves the address to whoever may see the request. */
function fileView({ file, missing }: MediaRef): FileView {
  if (missing) return { state: 'missing', reason: missing };
  if (!file) return { state: 'on-its-way' };
  const { attachmentId, name, size } = file;
  return { state: 'there', href: `/secure/attachment/${attachmentId}/${encodeURIComponent(name)}`, name, size };
}

function locationView({ name, address, latitude, longitude }: Extract<Content, { kind: 'location' }>): BodyView {
  const place = [name, address].filter((part) => part !== undefined).join(', ');
  return {
    kind: 'location',
    text: place === '' ? `${latitude}, ${longitude}` : place,
    detail: `${latitude}, ${longitude}`,
  };
}
