import { z } from 'zod';
import { smsParts } from '../../../src/domain/text/smsParts';
import { type Account, isPhoneNumber, phoneOfUser } from '../account';
import type { BusinessNumber, Channel } from '../carrier';
import type { Said } from '../sentFile';
import { type BirdRefusal, REFUSALS } from './errors';

/** What a send asks for. */
export type Order = {
  readonly number: BusinessNumber;
  readonly phone: string;
  /** The recipient as events name it. */
  readonly to: { readonly phone_number: string } | { readonly bsuid: string };
  readonly said: Said;
  readonly metadata: unknown;
};

/** Reads a send as strictly as Bird does. */
export function orderOf(account: Account, channel: Channel, body: unknown): Order | BirdRefusal {
  return channel === 'sms' ? smsOrder(account, body) : whatsAppOrder(account, body);
}

const Sms = z.strictObject({
  to: z.string(),
  from: z.string().optional(),
  text: z.string().min(1),
  category: z.enum(['transactional', 'marketing', 'authentication', 'service']),
  metadata: z.record(z.string(), z.unknown()).optional(),
});

function smsOrder(account: Account, body: unknown): Order | BirdRefusal {
  const sms = Sms.safeParse(body).data;
  if (!sms)
    return z.looseObject({ validity_period: z.unknown() }).safeParse(body).success ? REFUSALS.feature : REFUSALS.field;
  const number = senderOf(account, 'sms', sms.from);
  if (!number) return REFUSALS.smsSender;
  if (!isPhoneNumber(sms.to)) return REFUSALS.smsRecipient;
  if (smsParts(sms.text).parts > 12) return REFUSALS.segments;
  return {
    number,
    phone: sms.to,
    to: { phone_number: sms.to },
    said: { text: sms.text },
    metadata: sms.metadata ?? null,
  };
}

const url = z.url({ protocol: /^https?$/ });
const caption = z.string().optional();
const WhatsApp = z.strictObject({
  to: z.string(),
  from: z.string().optional(),
  text: z.strictObject({ body: z.string().min(1).max(4096), preview_url: z.boolean().optional() }).optional(),
  image: z.strictObject({ url, caption }).optional(),
  video: z.strictObject({ url, caption }).optional(),
  audio: z.strictObject({ url, voice: z.boolean().optional() }).optional(),
  sticker: z.strictObject({ url }).optional(),
  document: z.strictObject({ url, caption, filename: z.string().optional() }).optional(),
  template: z
    .strictObject({
      slug: z.string().optional(),
      id: z.string().optional(),
      language: z.string().optional(),
      components: z.array(z.looseObject({ type: z.string() })).optional(),
    })
    .optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
});
type WhatsApp = z.infer<typeof WhatsApp>;

const CONTENTS = ['text', 'image', 'video', 'audio', 'sticker', 'document', 'template'] as const;

function whatsAppOrder(account: Account, body: unknown): Order | BirdRefusal {
  const sent = WhatsApp.safeParse(body).data;
  if (!sent) return REFUSALS.field;
  const count = CONTENTS.filter((kind) => sent[kind]).length;
  if (count !== 1) return count === 0 ? REFUSALS.noContent : REFUSALS.twoContents;
  const number = senderOf(account, 'whatsapp', sent.from);
  if (!number) return REFUSALS.sender;
  const phone = isPhoneNumber(sent.to) ? sent.to : phoneOfUser(account, sent.to);
  if (!phone) return REFUSALS.recipient;
  const to = phone === sent.to ? { phone_number: sent.to } : { bsuid: sent.to };
  return { number, phone, to, said: saidIn(sent), metadata: sent.metadata ?? null };
}

function saidIn({ text, template, ...sent }: WhatsApp): Said {
  if (text) return { text: text.body };
  if (template) return { template: template.slug ?? template.id ?? '' };
  const kind = (['image', 'video', 'audio', 'sticker', 'document'] as const).find((one) => sent[one]) ?? 'document';
  const words = sent.image?.caption ?? sent.video?.caption ?? sent.document?.caption;
  const fileName = sent.document?.filename;
  return {
    file: {
      kind: sent.audio?.voice ? 'voice' : kind,
      link: sent[kind]?.url ?? '',
      ...(words && { caption: words }),
      ...(fileName && { fileName }),
    },
  };
}

const senderOf = ({ own }: Account, channel: Channel, from: string | undefined) =>
  own.numbers.find((one) => one.channel === channel && one.number === from);
