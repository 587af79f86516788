import { z } from 'zod';
import { parsePhoneNumber } from '../../domain/ids';
import { list, maybe } from '../lenient';
import { parseJson } from '../parseJson';

// Infobip OpenAPI 3.210.0, webhooks of SMS and WhatsApp (read 2026-11). Only the fields we read.

/** What a body carries: the elements of `results`, up to 2,000, or the body itself where it is one bare object. */
export function resultsIn(body: string): readonly unknown[] | undefined {
  const read = z.looseObject({}).safeParse(parseJson(body));
  if (!read.success) return undefined;
  return 'results' in read.data ? list.parse(read.data.results) : [read.data];
}

/** What tells the kinds of results apart. */
export const Result = z.looseObject({
  status: maybe(z.looseObject({})),
  seenAt: maybe(z.string()),
  integrationType: maybe(z.string()),
  content: maybe(z.looseObject({ type: maybe(z.string()), notificationMessagesStatus: maybe(z.string()) })),
  change: maybe(z.looseObject({ type: maybe(z.string()) })),
  notificationType: maybe(z.string()),
  messageId: maybe(z.string()),
  from: maybe(z.string()),
});
export type Result = z.infer<typeof Result>;

export const Typed = z.looseObject({ type: z.string() });

const Person = z.object({ name: maybe(z.string()), phoneNumber: maybe(z.string()), userId: maybe(z.string()) });

const inboundFields = {
  messageId: z.string().min(1),
  from: maybe(z.string()),
  to: z.string().min(1),
  receivedAt: maybe(z.string()),
  contact: maybe(Person),
};

export const WhatsAppMessage = z.looseObject({
  type: maybe(z.string()),
  context: maybe(z.object({ id: maybe(z.string()), groupId: maybe(z.string()) })),
  referral: maybe(z.object({ sourceUrl: maybe(z.string()), headline: maybe(z.string()), body: maybe(z.string()) })),
});
export type WhatsAppMessage = z.infer<typeof WhatsAppMessage>;

export const InboundWhatsApp = z.object({ ...inboundFields, message: WhatsAppMessage });
export const InboundSms = z.object({
  ...inboundFields,
  text: maybe(z.string()),
  cleanText: maybe(z.string()),
  message: z.unknown().optional(),
});
export type Inbound = Omit<z.infer<typeof InboundSms>, 'message' | 'text' | 'cleanText'>;

export const Explained = z.object({
  id: z.number(),
  groupId: maybe(z.number()),
  name: maybe(z.string()),
  description: maybe(z.string()),
});
export type Explained = z.infer<typeof Explained>;

/** A delivery report of either generation (v2 names `smsCount`, v3 `messageCount`), or one that the message was seen. */
export const Report = z.object({
  messageId: z.string().min(1),
  callbackData: maybe(z.string()),
  status: maybe(Explained),
  error: maybe(Explained),
  doneAt: maybe(z.string()),
  seenAt: maybe(z.string()),
  price: maybe(z.object({ pricePerMessage: z.number(), currency: z.string() })),
  messageCount: maybe(z.number()),
  smsCount: maybe(z.number()),
});
export type Report = z.infer<typeof Report>;

/** `2025-01-01T10:10:00.000+0000` as epoch milliseconds: not every engine reads an offset without a colon. */
export function epochMs(raw: string | undefined): number | undefined {
  const [, clock, offset] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+-]\d\d:?\d\d)$/.exec(raw ?? '') ?? [];
  if (!clock || !offset) return undefined;
  const time = Date.parse(clock + offset.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(time) || time <= 0 ? undefined : time;
}

/** Infobip writes numbers without the plus sign. */
export const e164 = (raw: string | undefined) => (raw === undefined ? undefined : parsePhoneNumber(plus(raw)));

/** A number as Infobip wants it. */
export const bare = (number: string): string => number.replace(/^\+(?=\d+$)/, '');

const plus = (raw: string) => `+${raw.replace(/^\+/, '')}`;
