import { z } from 'zod';
import { list, maybe } from '../lenient';

// WhatsApp Cloud API, webhook reference and business-scoped user ids (read 2026-11). Only the fields we read.

export const Envelope = z.object({ object: z.string(), entry: list });
export const Entry = z.object({ changes: list });
export const Change = z.object({ field: z.string(), value: z.unknown() });
export const Value = z.object({
  metadata: maybe(z.object({ phone_number_id: z.string().min(1), display_phone_number: maybe(z.string()) })),
  contacts: list,
  messages: list,
  statuses: list,
  errors: list,
  user_id_update: list,
  message_echoes: list,
});
export type Metadata = NonNullable<z.infer<typeof Value>['metadata']>;

export const Person = z.object({
  wa_id: maybe(z.string()),
  user_id: maybe(z.string()),
  profile: maybe(z.object({ name: maybe(z.string()) })),
});
export type Person = z.infer<typeof Person>;

export const InboundMessage = z.looseObject({
  id: z.string().min(1),
  type: maybe(z.string()),
  // A string of Unix seconds in every sample, a number in one table.
  timestamp: maybe(z.union([z.string(), z.number()])),
  from: maybe(z.string()),
  from_user_id: maybe(z.string()),
  group_id: maybe(z.string()),
  context: maybe(z.object({ id: maybe(z.string()) })),
  referral: maybe(z.object({ source_url: maybe(z.string()), headline: maybe(z.string()), body: maybe(z.string()) })),
});
/** What the business wrote in the WhatsApp Business app (coexistence); otherwise as an inbound message. */
export const MessageEcho = InboundMessage.extend({ to: maybe(z.string()), to_user_id: maybe(z.string()) });

export type InboundMessage = z.infer<typeof InboundMessage>;

export const System = z.object({
  type: maybe(z.string()),
  wa_id: maybe(z.string()),
  user_id: maybe(z.string()),
  previous_user_id: maybe(z.string()),
});

export const UserIdUpdate = z.object({
  wa_id: maybe(z.string()),
  user_id: z.object({ previous: z.string().min(1), current: z.string().min(1) }),
  timestamp: maybe(z.union([z.string(), z.number()])),
});

export const GraphError = z.object({
  code: z.number(),
  title: maybe(z.string()),
  message: maybe(z.string()),
  error_data: maybe(z.object({ details: maybe(z.string()) })),
});
export type GraphError = z.infer<typeof GraphError>;

export const Status = z.object({
  id: z.string().min(1),
  status: z.string(),
  timestamp: maybe(z.union([z.string(), z.number()])),
  recipient_type: maybe(z.string()),
  biz_opaque_callback_data: maybe(z.string()),
  errors: list,
});
export type Status = z.infer<typeof Status>;

/** Unix seconds as epoch milliseconds. */
export function epochMs(seconds: string | number | undefined): number | undefined {
  const value = Number(seconds ?? NaN);
  return Number.isSafeInteger(value) && value > 0 ? value * 1000 : undefined;
}
