import type { Channel } from '../../domain/contact';
import { word } from '../lenient';
import { parseJson } from '../parseJson';
import type { WebhookRequest } from '../provider';
import type { ParsedWebhook, ProviderEvent } from '../providerEvent';
import { contentsOf } from './content';
import { addressesIn, Envelope, Message, nameOf, referralOf, sendersIn, timeOf } from './payloads';
import { readReport, reportOf } from './statuses';

/** One message or one report per webhook; a message with several files becomes one event per file. */
export function parse({ body }: WebhookRequest): ParsedWebhook {
  const outcome = outcomeOf(parseJson(body));
  return typeof outcome === 'string' ? { events: [], ignored: [outcome] } : { events: outcome, ignored: [] };
}

function outcomeOf(raw: unknown): readonly ProviderEvent[] | string {
  const envelope = Envelope.safeParse(raw).data;
  if (!envelope) return 'unreadable body';
  if (envelope.event === 'whatsapp.interaction') return readReport(envelope.payload);
  const known = EVENTS[envelope.event];
  const message = Message.safeParse(envelope.payload).data;
  if (!known) return `event ${word(envelope.event)}`;
  if (!message) return 'unreadable message';
  if (known.isInbound) return received(message, known.channel);
  // Without our key in it a message was written elsewhere, e.g. in Bird's Inbox: it is told once, when it is sent.
  return !message.reference && message.status === 'sent'
    ? echo(message, known.channel)
    : reportOf(message, known.channel);
}

const EVENTS: Readonly<Record<string, { readonly channel: Channel; readonly isInbound: boolean }>> = {
  'whatsapp.inbound': { channel: 'whatsapp', isInbound: true },
  'whatsapp.outbound': { channel: 'whatsapp', isInbound: false },
  'sms.inbound': { channel: 'sms', isInbound: true },
  'sms.outbound': { channel: 'sms', isInbound: false },
};

function received(message: Message, channel: Channel): readonly ProviderEvent[] | string {
  const [first, ...others] = sendersIn(message, channel);
  if (!first) return 'message without a sender';
  const [at, display, quotes] = [timeOf(message), message.receiver?.connector?.identifierValue, message.replyTo?.id];
  const [name, referral] = [nameOf(message), referralOf(message)];
  return contentsOf(message).map((content, index) => ({
    kind: 'message',
    receiver: message.channelId,
    ...(display && { receiverDisplay: display }),
    channel,
    // Only the first file may bear the message's own id: the others would look like repetitions of it.
    providerId: index === 0 ? message.id : `${message.id}/${index}`,
    from: [first, ...others],
    ...(name && { name }),
    content,
    ...(quotes && { quotes }),
    ...(referral && { referral }),
    ...(at !== undefined && { at }),
  }));
}

function echo(message: Message, channel: Channel): readonly ProviderEvent[] | string {
  const [first, ...others] = addressesIn(message.receiver?.contacts[0], message);
  if (!first) return 'echo without a contact';
  const at = timeOf(message);
  return contentsOf(message).map((content, index) => ({
    kind: 'echo',
    receiver: message.channelId,
    channel,
    providerId: index === 0 ? message.id : `${message.id}/${index}`,
    to: [first, ...others],
    content,
    ...(at !== undefined && { at }),
  }));
}
