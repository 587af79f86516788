import type { HttpReply } from '../../doors';
import { type Account, isWindowOpen, lineOf } from '../account';
import type { SentMessage } from '../carrier';
import { json } from '../replies';
import { shownOf, type Shown } from '../sentFile';
import { notify } from '../webhooks';
import { FAILURES, type Failure, problem, reported } from './errors';
import { webhookCall } from './events';
import { type Order, orderOf } from './order';
import { RETRY_WAITS_MS } from './retry';
import { uuid } from './uuid';

const KEPT = 500;

/**
 * Takes a message: it is on the phone at once, reports follow. What comes too late, or to somebody who wrote STOP, is
 * accepted as well, and rejected by a report.
 */
export function sendMessage(account: Account, body: unknown): HttpReply {
  const order = orderOf(account, body);
  if ('http' in order) return problem(order);
  const shown = shownOf(account, order.said);
  const failure = failureOf(account, order) ?? (shown ? undefined : FAILURES.media);
  const message: SentMessage = {
    id: uuid(account),
    from: order.number.number,
    to: order.to,
    text: order.said.text ?? '',
    at: account.agenda.now(),
    status: 'queued',
  };
  account.own.sent = [...account.own.sent, message].slice(-KEPT);
  if (shown && !failure) show(account, { ...order, shown }, message.id);
  report(account, message, { ...order, failure });
  return json(202, { message_uuid: message.id });
}

function failureOf(account: Account, { number, phone, said, fault }: Order): Failure | undefined {
  if (fault) return FAILURES.template;
  if (number.channel === 'sms')
    return account.own.optedOut.includes(lineOf(phone, number.receiver)) ? FAILURES.optedOut : undefined;
  return said.template || isWindowOpen(account, phone, number.receiver) ? undefined : FAILURES.window;
}

function show({ phones }: Account, { number, phone, shown }: Order & { readonly shown: Shown }, id: string): void {
  const { channel, number: from } = number;
  phones.show(phone, { id, side: 'business', channel, from, to: phone, status: 'sent', ...shown });
}

/** SMS has no read receipts. */
function report(account: Account, message: SentMessage, order: Order & { failure: Failure | undefined }): void {
  const { phone, failure, number, webhookUrl } = order;
  const tell = (status: string, tick: 'sent' | 'delivered' | 'read' | 'failed', inMs: number) => {
    const at = account.agenda.now() + inMs;
    const call = webhookCall(webhookUrl ?? account.own.webhook.url, reportBody(message, order, { status, at }));
    const notice = { what: `Vonage reports ${status}`, waitsMs: RETRY_WAITS_MS, givesUpOn4xx: true } as const;
    notify(account, { ...notice, ...(call && { call }), tick: { phone, id: message.id, status: tick } }, inMs);
  };
  if (failure) return tell('rejected', 'failed', 600);
  tell('submitted', 'sent', 400);
  tell('delivered', 'delivered', 1_200 + account.chance.below(600));
  if (number.channel === 'whatsapp') tell('read', 'read', 3_500 + account.chance.below(1_500));
}

function reportBody(
  { id, from, to }: SentMessage,
  { number, failure }: Order & { failure: Failure | undefined },
  { status, at }: { readonly status: string; readonly at: number },
): object {
  return {
    message_uuid: id,
    to,
    from: from.slice(1),
    timestamp: new Date(at).toISOString(),
    status,
    channel: number.channel,
    ...(failure ? { error: reported(failure) } : { usage: { currency: 'EUR', price: '0.0333' } }),
  };
}
