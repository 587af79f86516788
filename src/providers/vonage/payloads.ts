import { z } from 'zod';
import { parsePhoneNumber } from '../../domain/ids';
import type { Channel } from '../../domain/contact';
import { list, maybe } from '../lenient';

// Messages API, webhook reference (developer.vonage.com/en/api/messages, read 2026-11). Only the fields we read.

/** What messages and reports have in common. Every webhook carries one of the two. */
export const Envelope = z.looseObject({
  channel: z.string(),
  message_uuid: z.string().min(1),
  timestamp: maybe(z.string()),
  // Failover reports name neither end.
  to: maybe(z.string()),
  from: maybe(z.string()),
  message_type: maybe(z.string()),
  status: maybe(z.string()),
});

export const Inbound = Envelope.extend({
  text: maybe(z.string()),
  profile: maybe(z.object({ name: maybe(z.string()) })),
  context: maybe(z.object({ message_uuid: maybe(z.string()) })),
  whatsapp: maybe(
    z.object({
      sender: maybe(z.object({ user_id: maybe(z.string()), wa_id: maybe(z.string()) })),
      referral: maybe(
        z.object({ source_url: maybe(z.string()), headline: maybe(z.string()), body: maybe(z.string()) }),
      ),
    }),
  ),
  content: list,
});
export type Inbound = z.infer<typeof Inbound>;

export const Report = Envelope.extend({
  status: z.string(),
  error: maybe(z.unknown()),
  usage: maybe(
    z.object({ price: z.string().regex(/^\d{1,9}(\.\d{1,9})?$/), currency: z.string().regex(/^[A-Z]{3}$/) }),
  ),
});
export type Report = z.infer<typeof Report>;

/** RFC 7807. The code is what follows `#` in the type; the title is a number in some examples and words in others. */
export const Problem = z.object({
  type: maybe(z.string()),
  title: maybe(z.union([z.string(), z.number()])),
  detail: maybe(z.string()),
});

/** Pictures sent to an SMS number come as MMS: for agents that is the same channel. */
export const channelOf = (raw: string): Channel | undefined => CHANNELS[raw];
const CHANNELS: Readonly<Record<string, Channel>> = { whatsapp: 'whatsapp', sms: 'sms', mms: 'sms' };

/** Vonage writes numbers without the plus sign. */
export const e164 = (raw: string | undefined) =>
  raw === undefined ? undefined : parsePhoneNumber(`+${raw.replace(/^\+/, '')}`);

/** ISO 8601, with and without fractions of a second; a time without a zone is UTC, as all of Vonage's times are. */
export function epochMs(raw: string | undefined): number | undefined {
  if (!raw || !/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(raw)) return undefined;
  const at = Date.parse(/(?:Z|UTC|[+-]\d\d:?\d\d)$/i.test(raw) ? raw : `${raw}Z`);
  return Number.isNaN(at) ? undefined : at;
}
