import { z } from 'zod';
import { type Account, isPhoneNumber, phoneOfUser } from '../account';
import type { BusinessNumber } from '../carrier';
import type { Said, SentFile } from '../sentFile';
import { givenIn } from '../givenComponents';
import { type TemplateFault, templateSaid } from '../templateBook';
import { PROBLEMS, type VonageProblem } from './errors';

/** What a send asks for; `to` as the sender spelled it. */
export type Order = {
  readonly number: BusinessNumber;
  readonly phone: string;
  readonly to: string;
  readonly said: Said;
  /** What WhatsApp has against the template. */
  readonly fault?: TemplateFault;
  readonly webhookUrl: string | undefined;
};

const around = {
  from: z.string().regex(/^\d+$/),
  to: z.string().min(1),
  webhook_url: z.url().optional(),
  webhook_version: z.enum(['v0.1', 'v1']).optional(),
};
const whatsApp = {
  ...around,
  channel: z.literal('whatsapp'),
  context: z.strictObject({ message_uuid: z.string() }).optional(),
};
const url = z.url({ protocol: /^https?$/ });
const caption = z.string().max(1024).optional();
const Captioned = z.strictObject({ url, caption });

/** https://developer.vonage.com/en/api/messages (read 2026-11), as strictly as Vonage reads. */
const Send = z.union([
  z.strictObject({
    ...around,
    channel: z.literal('sms'),
    message_type: z.literal('text'),
    text: z.string().min(1).max(1000),
    ttl: z.number().int().min(20).max(604_800).optional(),
  }),
  z.strictObject({ ...whatsApp, message_type: z.literal('text'), text: z.string().min(1).max(4096) }),
  z.strictObject({ ...whatsApp, message_type: z.literal('image'), image: Captioned }),
  z.strictObject({ ...whatsApp, message_type: z.literal('video'), video: Captioned }),
  z.strictObject({ ...whatsApp, message_type: z.literal('audio'), audio: z.strictObject({ url }) }),
  z.strictObject({ ...whatsApp, message_type: z.literal('sticker'), sticker: z.strictObject({ url }) }),
  z.strictObject({
    ...whatsApp,
    message_type: z.literal('file'),
    file: z.strictObject({ url, caption, name: z.string().optional() }),
  }),
  z.strictObject({
    ...whatsApp,
    message_type: z.literal('custom'),
    custom: z.strictObject({
      type: z.literal('template'),
      template: z.strictObject({
        name: z.string().min(1),
        language: z.strictObject({ code: z.string().min(2) }),
        components: z.array(z.unknown()).optional(),
      }),
    }),
  }),
]);
type Send = z.infer<typeof Send>;

export function orderOf(account: Account, body: unknown): Order | VonageProblem {
  const send = Send.safeParse(body).data;
  if (!send) return PROBLEMS.params;
  const number = account.own.numbers.find((one) => one.channel === send.channel && one.number === `+${send.from}`);
  if (!number) return PROBLEMS.sender;
  const phone = recipientOf(account, send);
  if (!phone) return PROBLEMS.recipient;
  const { to, webhook_url: webhookUrl } = send;
  const what = send.message_type === 'custom' ? templateIn(account, send.custom.template) : { said: saidIn(send) };
  return { number, phone, to, ...what, said: { ...what.said, ...quotesIn(send) }, webhookUrl };
}

const quotesIn = (send: Send): Pick<Said, 'quotes'> =>
  'context' in send && send.context ? { quotes: send.context.message_uuid } : {};

/** Digits without the plus sign, or the id of a WhatsApp user. */
function recipientOf(account: Account, { channel, to }: Send): string | undefined {
  const phone = `+${to}`;
  if (isPhoneNumber(phone)) return phone;
  return channel === 'whatsapp' ? phoneOfUser(account, to) : undefined;
}

type Custom = Extract<Send, { message_type: 'custom' }>;

function templateIn(account: Account, { name, language, components }: Custom['custom']['template']) {
  const given = givenIn(components);
  const said = given ? templateSaid(account, { name, language: language.code }, given) : 'format';
  return typeof said === 'string' ? { said: { template: name }, fault: said } : { said };
}

function saidIn(send: Exclude<Send, Custom>): Said {
  switch (send.message_type) {
    case 'text':
      return { text: send.text };
    case 'image':
      return { file: fileOf('image', send.image) };
    case 'video':
      return { file: fileOf('video', send.video) };
    case 'file':
      return { file: fileOf('document', send.file) };
    case 'audio':
      return { file: fileOf('audio', send.audio) };
    case 'sticker':
      return { file: fileOf('sticker', send.sticker) };
    default:
      return send satisfies never;
  }
}

type Part = { readonly url: string; readonly caption?: string | undefined; readonly name?: string | undefined };

const fileOf = (kind: SentFile['kind'], { url: link, caption: words, name }: Part): SentFile => ({
  kind,
  link,
  ...(words && { caption: words }),
  ...(name && { fileName: name }),
});
