import { z } from 'zod';
import { smsParts } from '../../../src/domain/text/smsParts';
import type { PhoneMedia } from '../../phones';
import { type Account, isPhoneNumber, phoneOfUser } from '../account';
import type { BusinessNumber } from '../carrier';
import { type BirdError, ERRORS } from './errors';

/** What a send asks for. `link` is where its file lies. */
export type Order = {
  readonly number: BusinessNumber;
  readonly phone: string;
  readonly contact: Contact;
  readonly body: object;
  readonly reference: string;
  readonly text?: string;
  readonly quotes?: string;
  readonly file?: PhoneMedia & { readonly link: string };
};

const mediaUrl = z.url({ protocol: /^https?$/ });
const Contact = z.strictObject({
  identifierKey: z.enum(['phonenumber', 'whatsappbsuid']).default('phonenumber'),
  identifierValue: z.string(),
});
export type Contact = z.infer<typeof Contact>;
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
  receiver: z.strictObject({ contacts: z.tuple([Contact]) }),
  body: Body,
  reference: z.string().optional(),
  replyTo: z.strictObject({ id: z.string(), type: z.literal('message') }).optional(),
});

/** WhatsApp's longest text, and nine parts of an SMS. */
const isTooLong = (text: string, { channel }: BusinessNumber): boolean =>
  channel === 'whatsapp' ? text.length > 4_096 : smsParts(text).parts > 9;

/** Reads a send to one channel as strictly as Bird does. */
export function orderOf(account: Account, channelId: string, raw: unknown): Order | BirdError {
  const number = account.own.numbers.find(({ receiver }) => receiver === channelId);
  const send = Send.safeParse(raw).data;
  if (!number) return ERRORS.channel;
  if (!send || (number.channel === 'sms' && (send.body.type !== 'text' || send.replyTo))) return ERRORS.body;
  const [contact] = send.receiver.contacts;
  const phone = phoneOf(account, contact, number);
  if (!phone) return ERRORS.recipient;
  const said = saidBy(send.body);
  if (isTooLong(said.text ?? '', number)) return ERRORS.tooLong;
  return {
    number,
    phone,
    contact,
    body: send.body,
    reference: send.reference ?? '',
    ...said,
    ...(send.replyTo && { quotes: send.replyTo.id }),
  };
}

/** An SMS wants a phone number, WhatsApp takes a user id as well. */
function phoneOf(account: Account, contact: Contact, { channel }: BusinessNumber): string | undefined {
  const { identifierKey, identifierValue } = contact;
  if (identifierKey === 'phonenumber') return isPhoneNumber(identifierValue) ? identifierValue : undefined;
  return channel === 'whatsapp' ? phoneOfUser(account, identifierValue) : undefined;
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
