import type { HttpReply } from '../../doors';
import { type Account, hex, isWindowOpen } from '../account';
import type { PhoneMedia } from '../../phones';
import type { BusinessNumber } from '../carrier';
import { json } from '../replies';
import { sentFile } from '../sentFile';
import { notify } from '../webhooks';
import { ERRORS, metaError, type MetaError, statusError } from './errors';
import { statusValue, webhookCall } from './events';
import { RETRY_WAITS_MS } from './retry';
import { type Words, wordsOf } from './sentWords';

type Send = { readonly body: Record<string, unknown>; readonly phone: string | undefined };

/** Takes a message: it is on the phone at once, reports follow. Refuses what Meta refuses. */
export function sendMessage(account: Account, number: BusinessNumber, { body, phone }: Send): HttpReply {
  if (body.messaging_product !== 'whatsapp') return metaError(ERRORS.missing);
  if (!phone) return metaError(ERRORS.recipient);
  const said = wordsOf(account, body);
  if ('http' in said) return metaError(said);
  const isClosed = !said.template && !isWindowOpen(account, phone, number.receiver);
  if (isClosed && !account.own.switches.lateRefusals) return metaError(ERRORS.window);
  const id = newWamid(account);
  const media = said.file && sentFile(account, said.file);
  const isLost = said.file !== undefined && !media;
  if (isClosed) account.faults.felt?.('provider refuses late');
  const refusal = isClosed ? ERRORS.window : isLost && ERRORS.media;
  if (!refusal) show(account, number, { id, phone, said, media, quotes: quotedBy(body) });
  report(account, number, { id, phone, body, refusal: refusal || undefined });
  const contact = isToUser(body)
    ? { input: body.recipient, user_id: body.recipient }
    : { input: body.to, wa_id: phone.slice(1) };
  return json(200, { messaging_product: 'whatsapp', contacts: [contact], messages: [{ id }] });
}

export const newWamid = ({ chance }: Account): string =>
  `wamid.${Buffer.from(hex(chance, 40), 'hex').toString('base64')}`;

type Shown = { id: string; phone: string; said: Words; media: PhoneMedia | undefined; quotes: string | undefined };

function show(account: Account, number: BusinessNumber, { id, phone, said, media, quotes }: Shown): void {
  account.phones.show(phone, {
    id,
    side: 'business',
    channel: 'whatsapp',
    from: number.number,
    to: phone,
    status: 'sent',
    ...(media && { media }),
    ...((!media || said.text) && { text: said.text }),
    ...(said.template ? { template: said.template } : quotes !== undefined && { quotes }),
    ...(said.buttons && { buttons: said.buttons }),
  });
}

type Sent = { id: string; phone: string; body: Record<string, unknown>; refusal: MetaError | undefined };

/** Reports come seconds apart, as on a phone that is at hand. */
function report(account: Account, number: BusinessNumber, { id, phone, body, refusal }: Sent): void {
  const callbackData = body.biz_opaque_callback_data;
  const recipient = isToUser(body) ? { recipient_user_id: body.recipient } : { recipient_id: phone.slice(1) };
  const tell = (status: 'sent' | 'delivered' | 'read' | 'failed', inMs: number) => {
    const at = account.agenda.now() + inMs;
    const errors = refusal && { errors: [statusError(refusal)] };
    const known = typeof callbackData === 'string' ? { callbackData } : {};
    const call = webhookCall(account, number, statusValue({ id, status, at, recipient, ...known, ...errors }));
    const notice = { what: `Meta reports ${status}`, waitsMs: RETRY_WAITS_MS, tick: { phone, id, status } };
    notify(account, { ...notice, ...(call && { call }) }, inMs);
  };
  if (refusal) return tell('failed', 600);
  tell('sent', 400);
  tell('delivered', 1_200 + account.chance.below(600));
  tell('read', 3_500 + account.chance.below(1_500));
}

/** A template shows no quote, whatever is asked for. */
function quotedBy({ context }: Record<string, unknown>): string | undefined {
  const { message_id: id } = (context ?? {}) as { message_id?: unknown };
  return typeof id === 'string' ? id : undefined;
}

const isToUser = (body: Record<string, unknown>) => typeof body.to !== 'string';
