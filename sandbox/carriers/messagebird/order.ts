import { z } from 'zod';
import { smsParts } from '../../../src/domain/text/smsParts';
import { type Account, isPhoneNumber } from '../account';
import type { BusinessNumber } from '../carrier';
import type { Said, SentFile } from '../sentFile';
import { ERRORS, type MessageBirdError } from './errors';
import { givenIn } from '../givenComponents';
import { type TemplateFault, templateSaid } from '../templateBook';
import { NAMESPACE } from './templates';

/** What a send asks for. */
export type Order = {
  readonly number: BusinessNumber;
  readonly phone: string;
  readonly said: Said;
  readonly reportUrl: string | undefined;
};
export type SmsOrder = Order & { readonly reference: string | undefined };
/** `fault`: what WhatsApp has against the template. */
export type WhatsAppOrder = Order & {
  readonly fault?: TemplateFault;
  readonly sent: z.infer<typeof Content>;
  readonly source: unknown;
};

const Sms = z.strictObject({
  originator: z.string(),
  recipients: z.array(z.string()).min(1),
  body: z.string(),
  datacoding: z.enum(['plain', 'unicode', 'auto']).optional(),
  reference: z.string().optional(),
  reportUrl: z.string().optional(),
  validity: z.int().min(1).optional(),
});

/** Reads a send of the SMS API. */
export function smsOrderOf({ own }: Account, body: unknown): SmsOrder | MessageBirdError {
  const parsed = Sms.safeParse(body);
  if (!parsed.success)
    return parsed.error.issues.some(({ path }) => path[0] === 'validity') ? ERRORS.validity : ERRORS.body;
  const { originator, recipients, body: text, reference, reportUrl } = parsed.data;
  const number = own.numbers.find((one) => one.channel === 'sms' && one.receiver.replace('+', '') === originator);
  const phone = `+${recipients[0] ?? ''}`;
  if (!number) return ERRORS.originator;
  if (!isPhoneNumber(phone)) return ERRORS.recipient;
  if (!text) return ERRORS.body;
  if (smsParts(text).parts > 9) return ERRORS.tooLong;
  if (reportUrl !== undefined && !URL.canParse(reportUrl)) return ERRORS.reportUrl;
  return { number, phone, said: { text }, reportUrl, reference };
}

const media = z.strictObject({ url: z.url({ protocol: /^https?$/ }), caption: z.string().optional() });
const Content = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), content: z.strictObject({ text: z.string().min(1).max(4_096) }) }),
  z.object({ type: z.literal('image'), content: z.strictObject({ image: media }) }),
  z.object({ type: z.literal('video'), content: z.strictObject({ video: media }) }),
  z.object({ type: z.literal('audio'), content: z.strictObject({ audio: media }) }),
  z.object({ type: z.literal('file'), content: z.strictObject({ file: media }) }),
  z.object({
    type: z.literal('whatsappSticker'),
    content: z.strictObject({ whatsappSticker: z.strictObject({ link: z.url() }) }),
  }),
  z.object({
    type: z.literal('hsm'),
    content: z.strictObject({
      hsm: z.strictObject({
        namespace: z.string().min(1),
        templateName: z.string().min(1),
        language: z.object({ policy: z.literal('deterministic'), code: z.string() }),
        components: z.array(z.unknown()).optional(),
        params: z.array(z.unknown()).optional(),
      }),
    }),
  }),
]);
const Send = z.object({
  to: z.string(),
  from: z.string(),
  reportUrl: z.url().optional(),
  source: z.record(z.string(), z.unknown()).optional(),
});

/** Reads a send of the Conversations API. */
export function whatsAppOrderOf(account: Account, body: unknown): WhatsAppOrder | MessageBirdError {
  const [send, sent] = [Send.safeParse(body).data, Content.safeParse(body).data];
  if (!send || !sent) return ERRORS.field;
  const number = account.own.numbers.find((one) => one.channel === 'whatsapp' && one.receiver === send.from);
  if (!number) return ERRORS.channel;
  if (!isPhoneNumber(send.to)) return ERRORS.recipient;
  const { reportUrl, source, to: phone } = send;
  const said = sent.type === 'hsm' ? templateIn(account, sent.content.hsm) : { said: saidIn(sent) };
  return { number, phone, ...said, reportUrl, sent, source };
}

type Hsm = Extract<z.infer<typeof Content>, { type: 'hsm' }>;

function templateIn(account: Account, { namespace, templateName: name, language, components }: Hsm['content']['hsm']) {
  const given = namespace === NAMESPACE ? givenIn(components) : undefined;
  const said = given ? templateSaid(account, { name, language: language.code }, given) : 'missing';
  return typeof said === 'string' ? { said: { template: name }, fault: said } : { said };
}

function saidIn(sent: Exclude<z.infer<typeof Content>, Hsm>): Said {
  switch (sent.type) {
    case 'text':
      return { text: sent.content.text };
    case 'image':
      return fileOf('image', sent.content.image);
    case 'video':
      return fileOf('video', sent.content.video);
    case 'audio':
      return fileOf('audio', sent.content.audio);
    case 'file':
      return fileOf('document', sent.content.file);
    case 'whatsappSticker':
      return { file: { kind: 'sticker', link: sent.content.whatsappSticker.link } };
    default:
      return sent satisfies never;
  }
}

const fileOf = (kind: SentFile['kind'], { url: link, caption }: z.infer<typeof media>): Said => ({
  file: { kind, link, ...(caption && { caption }) },
});
