import { z } from 'zod';
import { parsePhoneNumber, type PhoneNumber } from '../../domain/ids';
import { maybe } from '../lenient';

// Conversations API, webhooks and message object (read 2026-11). Only the fields we read.

export const Webhook = z.object({
  type: maybe(z.string()),
  contact: maybe(z.unknown()),
  conversation: maybe(z.unknown()),
  message: maybe(z.unknown()),
  error: maybe(z.unknown()),
});

// `msisdn` is a number in JSON: leading zeros and the plus sign are gone.
export const Contact = z.object({
  msisdn: maybe(z.union([z.number(), z.string()])),
  displayName: maybe(z.string()),
  firstName: maybe(z.string()),
  lastName: maybe(z.string()),
});
export type Contact = z.infer<typeof Contact>;

export const Conversation = z.object({
  status: maybe(z.string()),
  lastUsedChannelId: maybe(z.string()),
  lastUsedPlatformId: maybe(z.string()),
  updatedDatetime: maybe(z.string()),
});

export const Message = z.object({
  id: z.string().min(1),
  channelId: z.string().min(1),
  platform: maybe(z.string()),
  direction: maybe(z.string()),
  status: maybe(z.string()),
  type: maybe(z.string()),
  content: maybe(z.record(z.string(), z.unknown())),
  from: maybe(z.string()),
  to: maybe(z.string()),
  createdDatetime: maybe(z.string()),
  updatedDatetime: maybe(z.string()),
  // Whoever sends may put words of its own in here: ours hold the message key.
  source: maybe(z.object({ omnichat: maybe(z.string()) })),
  error: maybe(z.unknown()),
});
export type Message = z.infer<typeof Message>;

export const MessageError = z.object({ code: z.union([z.number(), z.string()]), description: maybe(z.string()) });

/** The parameters of a form or a query; an empty one is an absent one. */
export type Fields = { readonly get: (name: string) => string | undefined };

export const fieldsFrom = (pairs: Iterable<readonly [name: string, value: string]>): Fields => {
  const filled = new Map([...pairs].filter(([, value]) => value !== ''));
  return { get: (name) => filled.get(name) };
};

/** MessageBird writes numbers with the plus sign, without it, and as JSON numbers. */
export function e164(raw: string | number | undefined): PhoneNumber | undefined {
  const text = String(raw ?? '').trim();
  return /^\+?\d+$/.test(text) ? parsePhoneNumber(`+${text.replace('+', '')}`) : undefined;
}

/** RFC 3339 as epoch milliseconds. In the query of a report the plus sign of the offset may have become a space. */
export function epochMs(raw: string | undefined): number | undefined {
  const text = (raw ?? '').replace(' ', '+');
  return TIME.test(text) ? new Date(text).getTime() : undefined;
}

const TIME = /^\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;
