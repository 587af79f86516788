import { z } from 'zod';
import type { Channel, ContactAddress } from '../../domain/contact';
import type { Referral } from '../../domain/content';
import { parsePhoneNumber } from '../../domain/ids';
import { addressesOf, smsSender } from '../addresses';
import { list, maybe } from '../lenient';

// Channels API, channel messages (https://docs.bird.com/api/channels-api, read 2026-11). Only the fields we read.

export const Envelope = z.object({ service: maybe(z.string()), event: z.string(), payload: z.unknown() });

const Contact = z.object({
  identifierKey: maybe(z.string()),
  identifierValue: maybe(z.string()),
  annotations: maybe(z.object({ name: maybe(z.string()) })),
});
const Connector = z.object({ identifierValue: maybe(z.string()) });

const code = maybe(z.union([z.number(), z.string().min(1)]));

const Ad = z.object({
  title: maybe(z.string()),
  text: maybe(z.string()),
  metadata: maybe(z.object({ source_url: maybe(z.string()) })),
});

export const Message = z.object({
  id: z.string().min(1),
  channelId: z.string().min(1),
  sender: maybe(z.object({ contact: maybe(Contact), connector: maybe(Connector) })),
  receiver: maybe(z.object({ contacts: list, connector: maybe(Connector) })),
  body: maybe(z.looseObject({ type: maybe(z.string()) })),
  meta: maybe(z.object({ extraInformation: maybe(z.record(z.string(), z.unknown())), referral: maybe(Ad) })),
  reference: maybe(z.string()),
  replyTo: maybe(z.object({ id: maybe(z.string()) })),
  status: maybe(z.string()),
  reason: maybe(z.string()),
  failure: maybe(z.object({ code, description: maybe(z.string()), source: maybe(z.object({ code })) })),
  direction: maybe(z.string()),
  lastStatusAt: maybe(z.string()),
  createdAt: maybe(z.string()),
});
export type Message = z.infer<typeof Message>;

/** What a customer did with a message of ours. */
export const Interaction = z.object({
  type: z.string(),
  messageId: z.string().min(1),
  channelId: z.string().min(1),
  messageReference: maybe(z.string()),
  createdAt: maybe(z.string()),
});

const text = (raw: unknown): string => (typeof raw === 'string' ? raw : '');

/** Who sent what came in: by SMS it may be a name or a short code. */
export function sendersIn(message: Message, channel: Channel): ContactAddress[] {
  const contact = message.sender?.contact;
  if (channel !== 'sms') return addressesIn(contact, message);
  const [address] = addressesIn(contact, message);
  return [smsSender(address?.kind === 'phone' ? address.phone : undefined, contact?.identifierValue)].flatMap(
    (one) => one ?? [],
  );
}

/** Phone first; besides, the user id that WhatsApp shows, wherever it stands. */
export function addressesIn(raw: unknown, { meta }: Message): ContactAddress[] {
  const { identifierValue = '' } = Contact.safeParse(raw).data ?? {};
  return addressesOf(parsePhoneNumber(identifierValue), [identifierValue, text(meta?.extraInformation?.whatsappbsuid)]);
}

/** Of the WhatsApp profile; a dot or a number is none. */
export function nameOf({ sender }: Message): string | undefined {
  const name = sender?.contact?.annotations?.name?.trim();
  return name && /[^+\d\s().-]/u.test(name) ? name : undefined;
}

/** Of an advertisement or post that opens a chat. */
export function referralOf({ meta }: Message): Referral | undefined {
  const { title: headline, text: body, metadata } = meta?.referral ?? {};
  const url = metadata?.source_url;
  const told = { ...(url && { url }), ...(headline && { headline }), ...(body && { body }) };
  return Object.keys(told).length > 0 ? told : undefined;
}

/** The provider's own time of a message, in Unix seconds, else the time at which Bird had it. */
export function timeOf({ meta, createdAt }: Message): number | undefined {
  const seconds = Number(text(meta?.extraInformation?.timestamp) || NaN);
  return Number.isSafeInteger(seconds) && seconds > 0 ? seconds * 1000 : epochMs(createdAt);
}

export function epochMs(raw: string | undefined): number | undefined {
  const time = /^\d{4}-\d\d-\d\dT/.test(raw ?? '') ? new Date(raw ?? '').getTime() : NaN;
  return Number.isNaN(time) ? undefined : time;
}
