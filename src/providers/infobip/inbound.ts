import type { Channel, ContactAddress } from '../../domain/contact';
import type { Content } from '../../domain/content';
import { addressesOf, namedReceiver, smsSender } from '../addresses';
import { word } from '../lenient';
import type { WebhookRequest } from '../provider';
import { type Outcome, parsedWebhook, TEMPLATES_CHANGED } from '../parsedWebhook';
import type { ParsedWebhook, ProviderEvent } from '../providerEvent';
import { contentOf } from './content';
import { mmsContents } from './mms';
import {
  e164,
  epochMs,
  type Inbound,
  InboundSms,
  InboundWhatsApp,
  Result,
  resultsIn,
  Typed,
  type WhatsAppMessage,
} from './payloads';
import { sentFrom } from './reportAddress';
import { reportOf } from './statuses';

/** Every event of a body. */
export function parse(request: WebhookRequest): ParsedWebhook {
  return parsedWebhook(resultsIn(request.body)?.flatMap((raw) => outcomeOf(raw, request)) ?? ['unreadable body']);
}

function outcomeOf(raw: unknown, request: WebhookRequest): Outcome | readonly Outcome[] {
  const parsed = Result.safeParse(raw);
  if (!parsed.success) return 'unreadable result';
  const result = parsed.data;
  if (result.status || result.seenAt) return reportOf(raw, sentFrom(request));
  // The address for reports is proven for reports alone.
  if (request.suffix !== '') return 'no report';
  // Only a message of WhatsApp names its type: one of SMS is text, one of MMS a list or JSON.
  if (result.integrationType === 'WHATSAPP' || Typed.safeParse(result.message).success) return whatsApp(raw);
  if (result.text !== undefined || result.message != null) return sms(raw);
  return noticeOf(result) ?? (result.messageId && result.from ? sms(raw) : 'unknown event');
}

function whatsApp(raw: unknown): Outcome {
  const parsed = InboundWhatsApp.safeParse(raw);
  if (!parsed.success) return 'unreadable message';
  const { message, ...inbound } = parsed.data;
  if (message.context?.groupId) return 'group message';
  const [first, ...others] = sendersOf(inbound);
  if (!first) return 'message without a sender';
  const content = contentOf(message);
  const name = inbound.contact?.name?.trim();
  const quotes = content.kind === 'reaction' ? undefined : message.context?.id;
  return {
    ...arrival('whatsapp', inbound),
    from: [first, ...others],
    ...(name && { name }),
    content,
    ...(quotes && { quotes }),
    ...referralOf(message),
  };
}

/** An MMS of several files is one event per file: only the first may bear the message's own id. */
function sms(raw: unknown): Outcome | readonly Outcome[] {
  const parsed = InboundSms.safeParse(raw);
  if (!parsed.success) return 'unreadable message';
  const { text, cleanText, message, ...inbound } = parsed.data;
  const sender = smsSender(e164(inbound.from), inbound.from);
  if (!sender) return 'sender without a number';
  const contents = message == null ? [wordsOf(text ?? cleanText)] : mmsContents(message);
  return contents.map((content, index) => {
    const { providerId, ...first } = arrival('sms', inbound);
    return { ...first, providerId: index === 0 ? providerId : `${providerId}/${index}`, from: [sender], content };
  });
}

const wordsOf = (text: string | undefined): Content =>
  text === undefined ? { kind: 'unsupported', description: 'empty' } : { kind: 'text', text };

function arrival(channel: Channel, { messageId, to, receivedAt }: Inbound) {
  const [named, at] = [namedReceiver(to), epochMs(receivedAt)];
  return {
    kind: 'message' as const,
    ...named,
    receiverDisplay: named.receiver,
    channel,
    providerId: messageId,
    ...(at !== undefined && { at }),
  };
}

/** A user who hides the number is known by the user id, which then is `from` as well. */
const sendersOf = ({ from = '', contact }: Inbound): ContactAddress[] =>
  addressesOf(e164(contact?.phoneNumber) ?? e164(from), [contact?.userId ?? '', from]);

function referralOf({ referral }: WhatsAppMessage): Pick<Extract<ProviderEvent, { kind: 'message' }>, 'referral'> {
  if (!referral) return {};
  const { sourceUrl: url, headline, body } = referral;
  return { referral: { ...(url && { url }), ...(headline && { headline }), ...(body && { body }) } };
}

/** What comes besides messages and reports concerns no conversation. */
function noticeOf({ content, change, notificationType }: Result): Outcome | undefined {
  // Marketing alone: whoever stops it can still be answered.
  if (content?.notificationMessagesStatus) return `marketing ${word(content.notificationMessagesStatus)}`;
  // The security code changed, no address did.
  if (content?.type) return `notice ${word(content.type)}`;
  if (change?.type === 'TEMPLATE_STATUS_UPDATE') return TEMPLATES_CHANGED;
  // Its quality and category change nothing about what can be sent.
  if (change?.type) return `template ${word(change.type)}`;
  return notificationType ? `tracking ${word(notificationType)}` : undefined;
}
