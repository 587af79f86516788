import type { HttpReply } from '../../doors';
import type { Tick } from '../../phones';
import { type Account, hex, isWindowOpen, lineOf } from '../account';
import type { SentMessage } from '../carrier';
import { json } from '../replies';
import { type Shown, shownOf } from '../sentFile';
import { notify } from '../webhooks';
import { errorReply, MEDIA, TEMPLATE, WINDOW } from './errors';
import { conversationCall, rfc3339, smsReportCall } from './events';
import { conversationOf } from './message';
import { type Order, type SmsOrder, smsOrderOf, type WhatsAppOrder, whatsAppOrderOf } from './order';
import { RETRY_WAITS_MS } from './retry';

const KEPT = 500;

/** Takes an SMS: it is on the phone at once, reports follow. A customer who opted out is told of by a report. */
export function sendSms(account: Account, body: unknown): HttpReply {
  const order = smsOrderOf(account, body);
  if ('http' in order) return errorReply(order);
  const isRefused = account.own.optedOut.includes(lineOf(order.phone, order.number.receiver));
  const message = take(account, order, isRefused ? undefined : order.said);
  const report = (status: string, inMs: number, tick?: Tick) => {
    const failure = status === 'delivery_failed' && { statusReason: 'user opted out', statusErrorCode: '103' };
    const query = {
      ...reportOf(order, message.id),
      status,
      statusDatetime: rfc3339(account.agenda.now() + inMs),
      ...failure,
    };
    const call = order.reportUrl && order.reference ? smsReportCall(order.reportUrl, query) : undefined;
    tell(
      account,
      {
        what: `MessageBird reports ${status}`,
        call,
        tick: tick && { phone: order.phone, id: message.id, status: tick },
      },
      inMs,
    );
  };
  if (isRefused) report('delivery_failed', 600, 'failed');
  else {
    report('sent', 400, 'sent');
    report('delivered', 1_200 + account.chance.below(600), 'delivered');
  }
  return json(201, smsResource(order, message));
}

const reportOf = (order: SmsOrder, id: string) => ({
  id,
  mccmnc: '21910',
  ported: '0',
  recipient: order.phone.slice(1),
  reference: order.reference ?? '',
  messageLength: String(order.said.text?.length ?? 0),
  'price[amount]': '0.07',
  'price[currency]': 'EUR',
});

const smsResource = ({ number, phone, said, reference }: SmsOrder, { id, at }: SentMessage) => ({
  id,
  href: `https://rest.messagebird.com/messages/${id}`,
  direction: 'mt',
  type: 'sms',
  originator: number.receiver.replace('+', ''),
  body: said.text,
  reference: reference ?? null,
  createdDatetime: rfc3339(at),
  recipients: {
    totalCount: 1,
    totalSentCount: 1,
    items: [{ recipient: Number(phone.slice(1)), status: 'sent', statusDatetime: rfc3339(at) }],
  },
});

/**
 * Takes a WhatsApp message. MessageBird does not look at the service window: what comes too late is accepted as well, and
 * rejected by a report.
 */
export function sendWhatsApp(account: Account, body: unknown): HttpReply {
  const order = whatsAppOrderOf(account, body);
  if ('http' in order) return errorReply(order);
  const isLate = !order.said.template && !isWindowOpen(account, order.phone, order.number.receiver);
  const shown = isLate || order.fault ? undefined : shownOf(account, order.said);
  const lost = isLate ? WINDOW : MEDIA;
  const failure = order.fault ? TEMPLATE[order.fault] : lost;
  const message = take(account, order, shown);
  const report = (status: string, inMs: number, tick?: Tick) => {
    const told = { phone: order.phone, message: resourceOf(account, order, { message, status, inMs }) };
    const error = status === 'rejected' ? failure : undefined;
    const ticked = tick && { phone: order.phone, id: message.id, status: tick };
    const what = `MessageBird reports ${status}`;
    const isNew = status === 'accepted';
    // Every message makes the webhooks of its channel, whoever sent it; its reports go where the send said as well.
    const hook = conversationCall(account, { ...told, error, type: isNew ? 'message.created' : 'message.updated' });
    tell(account, { what, call: hook, tick: ticked }, inMs);
    if (isNew || !order.reportUrl) return;
    const call = conversationCall(account, { ...told, error, type: 'message.updated', url: order.reportUrl });
    tell(account, { what, call }, inMs + 20);
  };
  report('accepted', 150);
  if (!shown) report('rejected', 600, 'failed');
  else {
    report('sent', 400, 'sent');
    report('delivered', 1_200 + account.chance.below(600), 'delivered');
    report('read', 3_500 + account.chance.below(1_500), 'read');
  }
  return json(202, { id: message.id, status: 'accepted' });
}

type Report = { readonly message: SentMessage; readonly status: string; readonly inMs: number };

const resourceOf = ({ agenda }: Account, { number, phone, source, sent }: WhatsAppOrder, report: Report) => ({
  id: report.message.id,
  conversationId: conversationOf(phone),
  channelId: number.receiver,
  platform: 'whatsapp',
  to: phone,
  from: number.number,
  direction: 'sent',
  status: report.status,
  ...sent,
  ...(source !== undefined && { source }),
  createdDatetime: new Date(report.message.at).toISOString(),
  updatedDatetime: new Date(agenda.now() + report.inMs).toISOString(),
});

/** Keeps a message; the phone shows it unless it is refused later. */
function take(account: Account, { number, phone, said }: Order, shown: Shown | undefined): SentMessage {
  const { own, chance, agenda, phones } = account;
  const id = hex(chance, 32);
  const message: SentMessage = {
    id,
    from: number.number,
    to: phone,
    text: said.text ?? '',
    at: agenda.now(),
    status: 'queued',
  };
  own.sent = [...own.sent, message].slice(-KEPT);
  const ends = { from: number.number, to: phone };
  if (shown) phones.show(phone, { id, side: 'business', channel: number.channel, ...ends, status: 'sent', ...shown });
  return message;
}

type Notice = Pick<Parameters<typeof notify>[1], 'what'> & {
  readonly call: Parameters<typeof notify>[1]['call'] | undefined;
  readonly tick?: Parameters<typeof notify>[1]['tick'] | undefined;
};

function tell(account: Account, { what, call, tick }: Notice, inMs: number): void {
  notify(account, { what, waitsMs: RETRY_WAITS_MS, ...(call && { call }), ...(tick && { tick }) }, inMs);
}
