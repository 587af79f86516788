import type { Channel, ContactAddress } from '../../domain/contact';
import { parsePhoneNumber } from '../../domain/ids';
import { addressesOf, smsSender } from '../addresses';
import { word } from '../lenient';
import { parseJson } from '../parseJson';
import type { WebhookRequest } from '../provider';
import type { ParsedWebhook, ProviderEvent } from '../providerEvent';
import { contentOf } from './content';
import { type BirdEvent, Envelope, epochMs, idOf, type Party, Told } from './payloads';
import { reportOf } from './statuses';

/** Bird sends one event per webhook. A workspace tells of mail, calls and domains as well: those are left out. */
export function parse({ body }: WebhookRequest): ParsedWebhook {
  const outcome = outcomeOf(parseJson(body));
  return typeof outcome === 'string' ? { events: [], ignored: [outcome] } : { events: [outcome], ignored: [] };
}

/** The event, or the reason why there is none, for the log. */
function outcomeOf(raw: unknown): ProviderEvent | string {
  const envelope = Envelope.safeParse(raw);
  if (!envelope.success) return 'unreadable body';
  const { type, timestamp } = envelope.data;
  const [, channel, name] = /^(whatsapp|sms)\.(\w+)$/.exec(type) ?? [];
  const told = Told.safeParse(envelope.data.data).data;
  if (!channel || !name || !told) return `event ${word(type)}`;
  const event = { told, channel: channel === 'sms' ? 'sms' : 'whatsapp', at: epochMs(timestamp) } as const;
  return name === 'received' ? messageOf(event) : reportOf(event, name);
}

function messageOf({ told, channel, at }: BirdEvent): ProviderEvent | string {
  const providerId = idOf(told);
  const receiver = told.to?.phone_number;
  if (!providerId || !receiver) return 'message without an id or a receiver';
  const [first, ...others] = sendersOf(told.from, channel);
  if (!first) return 'sender without a number';
  const content = contentOf(told);
  // WhatsApp's notices about the chat itself; Bird does not tell what they say.
  if (content.kind === 'unsupported' && content.description === 'system') return 'system message';
  return {
    kind: 'message',
    receiver,
    receiverDisplay: receiver,
    channel,
    providerId,
    from: [first, ...others],
    content,
    ...(at !== undefined && { at }),
  };
}

function sendersOf(party: Party | undefined, channel: Channel): ContactAddress[] {
  const phone = parsePhoneNumber(party?.phone_number ?? '');
  if (channel === 'sms') return [smsSender(phone, party?.phone_number)].flatMap((one) => one ?? []);
  return addressesOf(phone, [party?.bsuid ?? '']);
}
