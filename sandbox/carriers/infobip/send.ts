import type { HttpReply } from '../../doors';
import type { Tick } from '../../phones';
import { type Account, hex, isPhoneNumber, isWindowOpen, lineOf, phoneOfUser } from '../account';
import type { BusinessNumber, Channel, SentMessage } from '../carrier';
import { json } from '../replies';
import { type Said, type Shown, shownOf } from '../sentFile';
import type { TemplateFault } from '../templateBook';
import { notify } from '../webhooks';
import { bare, infobipTime, reportCall } from './events';
import { ERRORS, type ReportedError, type Status, STATUSES } from './replies';
import { RETRY_WAITS_MS } from './retry';

/** A message to send, read from either API. */
export type Order = {
  readonly channel: Channel;
  /** As they were spelled. */
  readonly from: string;
  readonly to: string;
  readonly said: Said;
  /** What WhatsApp has against the template. */
  readonly fault?: TemplateFault;
  readonly reports?: string;
  readonly callbackData?: string;
};

/** How an API answers that it took a message, or that it rejected one: both are HTTP 200. */
export type Answering = (message: { readonly id: string; readonly to: string; readonly status: Status }) => HttpReply;

const KEPT = 500;

/** Takes a message: it is on the phone at once, reports follow. What the window refuses is told in a report, as Infobip does. */
export function sendMessage(account: Account, order: Order, answering: Answering): HttpReply {
  const id = newId(account);
  const { to, channel, from, said } = order;
  const line = lineFor(account, order);
  if ('id' in line) return answering({ id, to, status: line });
  const { number, phone } = line;
  const isClosed = channel === 'whatsapp' && !said.template && !isWindowOpen(account, phone, number.receiver);
  keep(account, { id, from, to, text: said.text ?? '', at: account.agenda.now(), status: 'queued' });
  const shown = shownOf(account, said);
  const error = errorOf(order, isClosed, shown !== undefined);
  if (shown && error === ERRORS.none) show(account, { number, phone, id, shown });
  report(account, order, { id, phone, error });
  return answering({ id, to, status: channel === 'sms' ? STATUSES.accepted : STATUSES.enroute });
}

function errorOf({ fault }: Order, isClosed: boolean, isThere: boolean): ReportedError {
  if (fault) return fault === 'count' || fault === 'format' ? ERRORS.templateArgs : ERRORS.template;
  if (isClosed) return ERRORS.noSession;
  return isThere ? ERRORS.none : ERRORS.mediaHosting;
}

/** From which number to which phone; or the status with which Infobip rejects it. */
function lineFor(account: Account, order: Order): { number: BusinessNumber; phone: string } | Status {
  const number = account.own.numbers.find((one) => one.channel === order.channel && bare(one.number) === order.from);
  if (!number) return STATUSES.sender;
  const phone = recipientOf(account, order);
  if (!phone) return STATUSES.destination;
  if (account.own.optedOut.includes(lineOf(phone, number.receiver))) return STATUSES.blocklisted;
  return isTooLong(order) ? STATUSES.tooLong : { number, phone };
}

/** What a fault makes Infobip say: it knows no such destination. */
export const rejected = (account: Account, { to }: Order, answering: Answering): HttpReply =>
  answering({ id: newId(account), to, status: STATUSES.destination });

/** WhatsApp is answered with the message itself; templates and SMS with a list of one. */
export const bareAnswer: Answering = ({ to, id, status }) => json(200, { to, messageCount: 1, messageId: id, status });
export const listAnswer =
  (bulkId: string): Answering =>
  ({ to, id, status }) =>
    json(200, { bulkId, messages: [{ messageId: id, to, status, destination: to, details: { messageCount: 1 } }] });

function recipientOf(account: Account, { channel, to }: Order): string | undefined {
  if (isPhoneNumber(`+${to}`)) return `+${to}`;
  return channel === 'whatsapp' ? phoneOfUser(account, to) : undefined;
}

/** 4,096 characters on WhatsApp; about 4,000 bytes by SMS. */
const isTooLong = ({ channel, said: { text = '' } }: Order): boolean =>
  channel === 'whatsapp' ? text.length > 4_096 : Buffer.byteLength(text, 'utf16le') > 4_000;

function keep({ own }: Account, message: SentMessage): void {
  own.sent = [...own.sent, message].slice(-KEPT);
}

type OnPhone = { readonly number: BusinessNumber; readonly phone: string; readonly id: string; readonly shown: Shown };

function show({ phones }: Account, { number, phone, id, shown }: OnPhone): void {
  const { channel, number: from } = number;
  phones.show(phone, { id, side: 'business', channel, from, to: phone, status: 'sent', ...shown });
}

type Reported = { readonly id: string; readonly phone: string; readonly error: ReportedError };

/** One report says how it ended; on WhatsApp a second one, of another shape, that it was seen. */
function report(account: Account, order: Order, { id, phone, error }: Reported): void {
  const tell = (status: Tick, inMs: number, result: object) => {
    const call = order.reports && reportCall(order.reports, { messageId: id, to: order.to, ...result });
    const notice = { what: `Infobip reports ${status}`, waitsMs: RETRY_WAITS_MS, tick: { phone, id, status } };
    notify(account, { ...notice, ...(call && { call }) }, inMs);
  };
  const sentAt = infobipTime(account.agenda.now());
  if (error !== ERRORS.none)
    return tell('failed', 600, { ...endOf(account, order, 600), sentAt, status: STATUSES.undelivered, error });
  const deliveredIn = 1_200 + account.chance.below(600);
  const end = endOf(account, order, deliveredIn);
  tell('delivered', deliveredIn, { ...end, sentAt, status: STATUSES.delivered, error });
  if (order.channel === 'sms') return;
  const seenIn = 3_500 + account.chance.below(1_500);
  tell('read', seenIn, { from: order.from, sentAt, seenAt: infobipTime(account.agenda.now() + seenIn) });
}

/** Reports of WhatsApp name neither the sender nor what the app sent along; those of SMS do. */
function endOf({ agenda }: Account, { channel, from, callbackData }: Order, inMs: number): object {
  const common = {
    bulkId: '',
    doneAt: infobipTime(agenda.now() + inMs),
    messageCount: 1,
    price: { pricePerMessage: 0.01, currency: 'EUR' },
  };
  return channel === 'sms' ? { ...common, sender: from, ...(callbackData && { callbackData }) } : common;
}

const newId = ({ chance }: Account): string => `${hex(chance, 8)}-${hex(chance, 12)}`;
