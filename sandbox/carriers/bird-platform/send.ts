import type { HttpReply } from '../../doors';
import { type Account, digits, isWindowOpen, lineOf } from '../account';
import type { Channel, SentMessage } from '../carrier';
import { json } from '../replies';
import { shownOf, type Shown } from '../sentFile';
import { notify } from '../webhooks';
import { FAILURES, type Failure, refusal } from './errors';
import { eventCall, segmentsOf, WORKSPACE } from './events';
import { type Order, orderOf } from './order';
import { RETRY_WAITS_MS } from './retry';

const KEPT = 500;

/**
 * Takes a message: it is on the phone at once, reports follow. Bird does not track the service window: what comes too late
 * is accepted as well, and fails by a report.
 */
export function sendMessage(account: Account, channel: Channel, body: unknown): HttpReply {
  const order = orderOf(account, channel, body);
  if ('http' in order) return refusal(order);
  const shown = shownOf(account, order.said);
  const failure = failureOf(account, order) ?? (shown ? undefined : FAILURES.media);
  const message: SentMessage = {
    id: `${channel === 'sms' ? 'sms' : 'wam'}_${digits(account.chance, 26)}`,
    from: order.number.number,
    to: order.phone,
    text: order.said.text ?? '',
    at: account.agenda.now(),
    status: 'queued',
  };
  account.own.sent = [...account.own.sent, message].slice(-KEPT);
  if (shown && !failure) show(account, { ...order, shown }, message.id);
  report(account, message, { ...order, failure });
  return json(202, { id: message.id, direction: 'outbound', status: 'accepted', created_at: iso(message.at) });
}

function failureOf(account: Account, { number, phone, said }: Order): Failure | undefined {
  if (number.channel === 'sms')
    return account.own.optedOut.includes(lineOf(phone, number.receiver)) ? FAILURES.optedOut : undefined;
  return said.template || isWindowOpen(account, phone, number.receiver) ? undefined : FAILURES.window;
}

function show({ phones }: Account, { number, phone, shown }: Order & { readonly shown: Shown }, id: string): void {
  phones.show(phone, {
    id,
    side: 'business',
    channel: number.channel,
    from: number.number,
    to: phone,
    status: 'sent',
    ...shown,
  });
}

/** SMS has no read receipts. */
function report(account: Account, message: SentMessage, order: Order & { failure: Failure | undefined }): void {
  const { channel } = order.number;
  const tell = (name: string, inMs: number, tick?: 'sent' | 'delivered' | 'read' | 'failed') => {
    const at = account.agenda.now() + inMs;
    const data = {
      ...around(message, order),
      ...(order.failure && tick === 'failed' && { error: errorOf(order.failure, at) }),
    };
    const call = eventCall(account, { type: `${channel}.${name}`, at, data });
    const ticked = tick && { tick: { phone: order.phone, id: message.id, status: tick } };
    notify(account, { what: `Bird reports ${name}`, waitsMs: RETRY_WAITS_MS, ...(call && { call }), ...ticked }, inMs);
  };
  tell('accepted', 200);
  if (order.failure) return tell(order.failure === FAILURES.optedOut ? 'rejected' : 'failed', 600, 'failed');
  tell('sent', 400, 'sent');
  tell('delivered', 1_200 + account.chance.below(600), 'delivered');
  if (channel === 'whatsapp') tell('read', 3_500 + account.chance.below(1_500), 'read');
}

/** What every event of a message says. An SMS tells what it costs. */
function around({ id, text }: SentMessage, { number, phone, to, metadata }: Order): object {
  const both = { workspace_id: WORKSPACE, tags: null, metadata };
  if (number.channel === 'sms')
    return { sms_id: id, ...both, from: number.number, to: phone, segments: segmentsOf(text), cost: COST };
  return { whatsapp_id: id, ...both, direction: 'outbound', from: { phone_number: number.number }, to };
}

const COST = { amount: '0.00790', currency_code: 'USD', transaction_amount: '0.00790', passthrough_amount: null };

const errorOf = (failure: Failure, at: number) => ({ ...failure, occurred_at: iso(at) });
const iso = (ms: number) => new Date(ms).toISOString();
