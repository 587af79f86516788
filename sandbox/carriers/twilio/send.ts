import type { HttpReply } from '../../doors';
import { type Account, hex, isPhoneNumber, isWindowOpen, lineOf, phoneOfUser } from '../account';
import type { BusinessNumber, SentMessage } from '../carrier';
import type { PhoneButton, PhoneMedia } from '../../phones';
import { json } from '../replies';
import { sentFile } from '../sentFile';
import { notify } from '../webhooks';
import { badCallback, badFrom, badTo, ERRORS, type TwilioError, twilioError } from './errors';
import { formCall, spelled, statusParams } from './events';
import { resourceOf } from './resource';
import { retryWaitsMs } from './retry';
import { contentWords } from './templates';

const KEPT = 500;

/** Takes a message: it is on the phone at once, reports follow. Refuses what Twilio refuses. */
export function sendMessage(account: Account, form: URLSearchParams): HttpReply {
  const order = read(account, form);
  if ('http' in order) return twilioError(order);
  const { number, phone, text, template } = order;
  const isClosed = number.channel === 'whatsapp' && !template && !isWindowOpen(account, phone, number.receiver);
  if (isClosed && !account.own.switches.lateRefusals) return twilioError(ERRORS.window);
  const message: SentMessage = {
    id: `SM${hex(account.chance, 32)}`,
    from: spelled(number),
    to: order.to,
    text,
    at: account.agenda.now(),
    status: 'queued',
  };
  account.own.sent = [...account.own.sent, message].slice(-KEPT);
  const media = order.link === undefined ? order.media : fileOf(account, order.link, text);
  const isLost = order.link !== undefined && !media;
  if (isClosed) account.faults.felt?.('provider refuses late');
  const refusal = isClosed ? ERRORS.window : isLost && ERRORS.media;
  if (!refusal) show(account, { ...order, media }, message.id);
  report(account, message, { ...order, refusal: refusal || undefined });
  return json(201, resourceOf(account, message));
}

type Order = {
  readonly number: BusinessNumber;
  readonly to: string;
  readonly phone: string;
  readonly text: string;
  readonly template?: string;
  readonly buttons?: readonly PhoneButton[];
  /** Of a content: its own. */
  readonly media?: PhoneMedia;
  /** Of a file, on WhatsApp. */
  readonly link?: string;
  readonly callback: string | undefined;
};

function read(account: Account, form: URLSearchParams): Order | TwilioError {
  const [to, from] = [form.get('To') ?? '', form.get('From') ?? ''];
  const callback = form.get('StatusCallback') ?? undefined;
  const number = account.own.numbers.find((one) => spelled(one) === from);
  if (!number) return from.startsWith('whatsapp:') ? ERRORS.noChannel : badFrom(from);
  const phone = recipientOf(account, number, to);
  if (!phone) return badTo(to);
  const said = wordsOf(account, form, number.channel);
  if ('http' in said) return said;
  if (callback && !URL.canParse(callback)) return badCallback(callback);
  if (account.own.optedOut.includes(lineOf(phone, number.receiver))) return ERRORS.optedOut;
  return { number, to, phone, callback, ...said };
}

type Words = Pick<Order, 'text' | 'template' | 'buttons' | 'media' | 'link'>;

function wordsOf(account: Account, form: URLSearchParams, channel: BusinessNumber['channel']): Words | TwilioError {
  const content = form.get('ContentSid');
  if (content) return contentWords(account, content, form.get('ContentVariables'));
  const text = form.get('Body') ?? '';
  const link = channel === 'whatsapp' ? form.get('MediaUrl') : null;
  if (!text && !link) return ERRORS.noBody;
  return text.length > 1600 ? ERRORS.tooLong : { text, ...(link && { link }) };
}

/** What it is shown as goes by what the link answers, as at Twilio. */
function fileOf(account: Account, link: string, caption: string): PhoneMedia | undefined {
  const file = sentFile(account, { kind: 'document', link, ...(caption && { caption }) });
  const kind = KINDS.find((one) => file?.mimeType?.startsWith(`${one}/`));
  return file && { ...file, ...(kind && { kind }) };
}

const KINDS = ['image', 'video', 'audio'] as const;

/** The phone a message is for; undefined when the address does not fit the channel of the sender. */
function recipientOf(account: Account, { channel }: BusinessNumber, to: string): string | undefined {
  if (channel === 'sms') return isPhoneNumber(to) ? to : undefined;
  const [, value = ''] = /^whatsapp:(.+)$/.exec(to) ?? [];
  return isPhoneNumber(value) ? value : phoneOfUser(account, value);
}

type Shown = Omit<Order, 'media'> & { readonly media: PhoneMedia | undefined };

function show({ phones }: Account, { number, phone, text, template, media, buttons }: Shown, id: string): void {
  phones.show(phone, {
    id,
    side: 'business',
    channel: number.channel,
    from: number.number,
    to: phone,
    status: 'sent',
    ...(media && { media }),
    ...((!media || template) && { text }),
    ...(template && { template }),
    ...(buttons && { buttons }),
  });
}

/** SMS has no read receipts. */
function report(account: Account, message: SentMessage, order: Order & { refusal: TwilioError | undefined }): void {
  const { phone, callback, refusal, number } = order;
  const tell = (status: 'sent' | 'delivered' | 'read' | 'failed', inMs: number) => {
    const call = callback && formCall(callback, statusParams(account, message, { status, refusal }));
    const notice = { what: `Twilio reports ${status}`, waitsMs: retryWaitsMs(callback ?? '') };
    notify(account, { ...notice, ...(call && { call }), tick: { phone, id: message.id, status } }, inMs);
  };
  if (refusal) return tell('failed', 600);
  tell('sent', 500);
  tell('delivered', 1_500 + account.chance.below(800));
  if (number.channel === 'whatsapp') tell('read', 3_500 + account.chance.below(1_500));
}
