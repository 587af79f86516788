import { z } from 'zod';
import type { Channel } from '../../domain/contact';
import { maybe } from '../lenient';

// Events of the Bird platform, https://bird.com/docs/api/reference and the SDK's types of 2026-08 (read 2026-11). Only the fields we read.

export const Envelope = z.object({ type: z.string(), timestamp: maybe(z.string()), data: z.unknown() });

/** WhatsApp names a party by phone number, user id or both; SMS by its number alone. */
const Party = z.union([
  z.string().transform((phone_number) => ({ phone_number, bsuid: undefined })),
  z.object({ phone_number: maybe(z.string()), bsuid: maybe(z.string()) }),
]);
export type Party = z.infer<typeof Party>;

export const BirdError = z.object({
  code: z.string().min(1),
  description: maybe(z.string()),
  meta_error_code: maybe(z.string()),
  carrier_error_code: maybe(z.string()),
});
export type BirdError = z.infer<typeof BirdError>;

const Cost = z.object({
  amount: z.string().regex(/^\d+(\.\d+)?$/),
  currency_code: z.string().regex(/^[A-Z]{3}$/),
});

/** What every event of a message tells, on both channels. */
export const Told = z.looseObject({
  whatsapp_id: maybe(z.string().min(1)),
  sms_id: maybe(z.string().min(1)),
  from: maybe(Party),
  to: maybe(Party),
  metadata: maybe(z.object({ omnichat: maybe(z.string()) })),
  error: maybe(BirdError),
  cost: maybe(Cost),
  subject: maybe(z.string()),
});
export type Told = z.infer<typeof Told>;

export type BirdEvent = { readonly told: Told; readonly channel: Channel; readonly at: number | undefined };

export const idOf = ({ whatsapp_id, sms_id }: Told): string | undefined => whatsapp_id ?? sms_id;

/** RFC 3339 as epoch milliseconds. A time without its zone is none. */
export function epochMs(timestamp: string | undefined): number | undefined {
  if (!timestamp || !/T.*(Z|[+-]\d\d:\d\d)$/i.test(timestamp)) return undefined;
  const at = Date.parse(timestamp);
  return Number.isNaN(at) ? undefined : at;
}
