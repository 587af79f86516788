import type { HttpReply } from '../../doors';
import type { PhoneMedia, Tick } from '../../phones';
import { type Account, hex, isWindowOpen, lineOf } from '../account';
import type { SentMessage } from '../carrier';
import { json } from '../replies';
import { sentFile } from '../sentFile';
import { notify } from '../webhooks';
import { errorReply, type Failure, FAILURES } from './errors';
import { eventCall, outboundPayload } from './events';
import { type Order, orderOf } from './order';
import { RETRY_WAITS_MS } from './retry';

const KEPT = 500;

/** Takes a message: it is on the phone at once, reports follow. What cannot be delivered is accepted and fails by a report. */
export function sendMessage(account: Account, channelId: string, body: unknown): HttpReply {
  const order = orderOf(account, channelId, body);
  if ('http' in order) return errorReply(order);
  const media = order.file && sentFile(account, order.file);
  const failure = failureOf(account, order, media);
  const message: SentMessage = {
    id: hex(account.chance, 32),
    from: order.number.number,
    to: order.phone,
    text: order.text ?? '',
    at: account.agenda.now(),
    status: 'queued',
  };
  account.own.sent = [...account.own.sent, message].slice(-KEPT);
  if (!failure) show(account, order, { id: message.id, media });
  report(account, order, { id: message.id, failure });
  return json(202, { id: message.id, channelId, status: 'accepted', reference: order.reference });
}

function failureOf(account: Account, order: Order, media: PhoneMedia | undefined): Failure | undefined {
  const { number, phone, file } = order;
  if (number.channel === 'sms')
    return account.own.optedOut.includes(lineOf(phone, number.receiver)) ? FAILURES.optedOut : undefined;
  if (!isWindowOpen(account, phone, number.receiver)) return FAILURES.window;
  return file && !media ? FAILURES.media : undefined;
}

type Shown = { readonly id: string; readonly media: PhoneMedia | undefined };

function show({ phones }: Account, { number, phone, text, quotes }: Order, { id, media }: Shown): void {
  phones.show(phone, {
    id,
    side: 'business',
    channel: number.channel,
    from: number.number,
    to: phone,
    status: 'sent',
    ...(text !== undefined && { text }),
    ...(media && { media }),
    ...(quotes !== undefined && { quotes }),
  });
}

type Sent = { readonly id: string; readonly failure: Failure | undefined };

/** Every status is a webhook of its own; that a WhatsApp message was read is an interaction. SMS are never read. */
function report(account: Account, order: Order, { id, failure }: Sent): void {
  const { number, phone, contact, reference, body } = order;
  const tell = (status: string, inMs: number, tick?: Tick) => {
    const at = account.agenda.now() + inMs;
    const around = outboundPayload(number, { contact, at });
    const payload = { id, ...around, reference, status, reason: '', ...(tick === 'failed' && failure), body };
    const read = { ...around, type: 'read', messageId: id, messageReference: reference };
    const call = eventCall(
      account,
      tick === 'read'
        ? { event: 'whatsapp.interaction', payload: read }
        : { event: `${number.channel}.outbound`, payload },
    );
    const ticked = tick && { tick: { phone, id, status: tick } };
    notify(
      account,
      { what: `Bird reports ${status}`, waitsMs: RETRY_WAITS_MS, ...(call && { call }), ...ticked },
      inMs,
    );
  };
  tell('accepted', 200);
  if (failure) return tell(number.channel === 'sms' ? 'delivery_failed' : 'sending_failed', 600, 'failed');
  tell('sent', 400, 'sent');
  tell('delivered', 1_200 + account.chance.below(600), 'delivered');
  if (number.channel === 'whatsapp') tell('read', 3_500 + account.chance.below(1_500), 'read');
}
