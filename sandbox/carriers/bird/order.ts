import { z } from 'zod';
import type { PhoneMedia } from '../../phones';
import { type Account, isPhoneNumber } from '../account';
import type { BusinessNumber } from '../carrier';
import { type BirdError, ERRORS } from './errors';

/** What a send asks for. `link` is where its file lies. */
export type Order = {
  readonly number: BusinessNumber;
  readonly phone: string;
  readonly body: object;
  readonly reference: string;
  readonly text?: string;
  readonly quotes?: string;
  readonly file?: PhoneMedia & { readonly link: string };
};

const mediaUrl = z.url({ protocol: /^https?$/ });
const Contact = z.strictObject({ identifierKey: z.literal('phonenumber').optional(), identifierValue: z.string() });
const Body = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.strictObject({ text: z.string().min(1) }) }),
  z.strictObject({
    type: z.literal('image'),
    image: z.strictObject({ images: z.array(z.strictObject({ mediaUrl })).length(1), text: z.string().optional() }),
  }),
  z.strictObject({
    type: z.literal('file'),
    file: z.strictObject({
      files: z.array(z.strictObject({ mediaUrl, contentType: z.string(), filename: z.string().optional() })).length(1),
      text: z.string().optional(),
    }),
  }),
]);
type Body = z.infer<typeof Body>;
const Send = z.strictObject({
  receiver: z.strictObject({ contacts: z.array(Contact).length(1) }),
  body: Body,
  reference: z.string().optional(),
  replyTo: z.strictObject({ id: z.string(), type: z.literal('message') }).optional(),
});

/** WhatsApp's longest text, and nine parts of an SMS. */
const LONGEST = { whatsapp: 4_096, sms: 1_377 } as const;

/** Reads a send to one channel as strictly as Bird does. */
export function orderOf({ own }: Account, channelId: string, raw: unknown): Order | BirdError {
  const number = own.numbers.find(({ receiver }) => receiver === channelId);
  const send = Send.safeParse(raw).data;
  if (!number) return ERRORS.channel;
  if (!send || (number.channel === 'sms' && (send.body.type !== 'text' || send.replyTo))) return ERRORS.body;
  const phone = send.receiver.contacts[0]?.identifierValue ?? '';
  if (!isPhoneNumber(phone)) return ERRORS.recipient;
  const said = saidBy(send.body);
  if ((said.text ?? '').length > LONGEST[number.channel]) return ERRORS.tooLong;
  return {
    number,
    phone,
    body: send.body,
    reference: send.reference ?? '',
    ...said,
    ...(send.replyTo && { quotes: send.replyTo.id }),
  };
}

function saidBy(body: Body): Pick<Order, 'text' | 'file'> {
  if (body.type === 'text') return { text: body.text.text };
  const part = body.type === 'image' ? body.image : body.file;
  const caption = part.text ? { caption: part.text } : {};
  if (body.type === 'image') return { file: { kind: 'image', link: body.image.images[0]?.mediaUrl ?? '', ...caption } };
  const [file] = body.file.files;
  const kind = KINDS.find((one) => file?.contentType.startsWith(`${one}/`)) ?? 'document';
  return { file: { kind, link: file?.mediaUrl ?? '', ...caption, ...(file?.filename && { fileName: file.filename }) } };
}

const KINDS = ['image', 'video', 'audio'] as const;
