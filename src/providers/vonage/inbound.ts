import type { Channel, ContactAddress } from '../../domain/contact';
import type { Referral } from '../../domain/content';
import { definedOnly } from '../../domain/definedOnly';
import { addressesOf, namedReceiver, smsSender } from '../addresses';
import { word } from '../lenient';
import { parseJson } from '../parseJson';
import type { WebhookRequest } from '../provider';
import type { ParsedWebhook, ProviderEvent } from '../providerEvent';
import { contentsOf } from './content';
import { channelOf, e164, Envelope, epochMs, Inbound } from './payloads';
import { reportOf } from './statuses';

/** Vonage sends one message or one report per webhook; an MMS of several files becomes one event per file. */
export function parse({ body, suffix }: WebhookRequest): ParsedWebhook {
  const raw = parseJson(body);
  const envelope = Envelope.safeParse(raw);
  if (!envelope.success) return leftOut('unreadable body');
  const channel = channelOf(envelope.data.channel);
  if (!channel) return leftOut(`channel ${word(envelope.data.channel)}`);
  const outcome = envelope.data.status === undefined ? messages(raw, channel) : reportOf(raw, channel, suffix);
  return typeof outcome === 'string' ? leftOut(outcome) : { events: outcome, ignored: [] };
}

const leftOut = (reason: string): ParsedWebhook => ({ events: [], ignored: [reason] });

function messages(raw: unknown, channel: Channel): ProviderEvent[] | string {
  const parsed = Inbound.safeParse(raw);
  if (!parsed.success || parsed.data.message_type === undefined) return 'unknown event';
  const message = parsed.data;
  const named = message.to ? namedReceiver(message.to) : undefined;
  if (!named) return 'message without a receiver';
  const [first, ...others] = sendersOf(message, channel);
  if (!first) return 'sender without a number';
  const facts = factsOf(message);
  return contentsOf(message).map((content, index) => ({
    kind: 'message',
    ...named,
    receiverDisplay: named.receiver,
    channel,
    // Only the first file may bear the message's own id: the others would look like repetitions of it.
    providerId: index === 0 ? message.message_uuid : `${message.message_uuid}/${index}`,
    from: [first, ...others],
    content,
    ...facts,
  }));
}

function factsOf({ profile, context, whatsapp, timestamp, message_type: type }: Inbound) {
  const name = profile?.name?.trim();
  // The context of a reaction names what it is about: that is no quote.
  const quotes = type === 'reaction' ? undefined : context?.message_uuid;
  const referral = referralOf(whatsapp?.referral);
  const at = epochMs(timestamp);
  return {
    ...(name && { name }),
    ...(quotes && { quotes }),
    ...(referral && { referral }),
    ...(at !== undefined && { at }),
  };
}

function referralOf(raw: NonNullable<Inbound['whatsapp']>['referral']): Referral | undefined {
  return raw && definedOnly({ url: raw.source_url, headline: raw.headline, body: raw.body });
}

/** Where a WhatsApp user hides the number, `from` is the user id. */
function sendersOf({ from, whatsapp }: Inbound, channel: Channel): ContactAddress[] {
  if (channel !== 'whatsapp') return [smsSender(e164(from), from)].flatMap((one) => one ?? []);
  const sender = whatsapp?.sender;
  return addressesOf(e164(from) ?? e164(sender?.wa_id), [sender?.user_id ?? '', from ?? '']);
}
