import { createHmac } from 'node:crypto';
import type { HttpCall } from '../../doors';
import type { PhoneMedia } from '../../phones';
import { type Account, timeOf, userIdOf, withNewPhone } from '../account';
import type { BusinessNumber, CustomerWish } from '../carrier';
import { keepFile } from '../files';

/** A webhook of Meta around one `value`. Undefined while no webhook address is set. */
export function webhookCall(account: Account, number: BusinessNumber, value: object): HttpCall | undefined {
  const metadata = { display_phone_number: number.number.slice(1), phone_number_id: number.receiver };
  return changeCall(account, { value: { messaging_product: 'whatsapp', metadata, ...value }, field: 'messages' });
}

/** A webhook around a change of any field. */
export function changeCall({ own }: Account, change: { field: string; value: object }): HttpCall | undefined {
  if (!own.webhook.url) return undefined;
  const entry = [{ id: own.credentials.businessAccountId, changes: [change] }];
  const body = metaJson({ object: 'whatsapp_business_account', entry });
  const headers = { 'content-type': 'application/json', 'user-agent': 'facebookexternalua' };
  return { method: 'POST', url: own.webhook.url, headers, body };
}

export function signedNow({ own }: Account, call: HttpCall): HttpCall {
  const signature = createHmac('sha256', own.credentials.appSecret ?? '')
    .update(call.body)
    .digest('hex');
  return { ...call, headers: { ...call.headers, 'x-hub-signature-256': `sha256=${signature}` } };
}

/** What Meta says when a customer writes. */
export function messageValue(account: Account, wish: CustomerWish, id: string): object {
  const identity = wish.identity ?? 'phone';
  const phone = identity === 'user-id' ? undefined : wish.from.slice(1);
  const userId = identity === 'phone' ? undefined : userIdOf(account, wish.from);
  const name = account.phones.name(wish.from);
  const contact = {
    profile: { ...(name && { name }) },
    ...(phone && { wa_id: phone }),
    ...(userId && { user_id: userId }),
  };
  const message = {
    ...(phone && { from: phone }),
    ...(userId && { from_user_id: userId }),
    id,
    timestamp: seconds(timeOf(account, wish)),
    ...(wish.quotes && { context: { from: wish.to.slice(1), id: wish.quotes } }),
    ...contentOf(account, wish),
  };
  return { contacts: [contact], messages: [message] };
}

/** What Meta says about a message of ours. `recipient` is as the report names the customer. */
export function statusValue(report: {
  readonly id: string;
  readonly status: 'sent' | 'delivered' | 'read' | 'failed';
  readonly at: number;
  readonly recipient: object;
  readonly callbackData?: string | undefined;
  readonly errors?: readonly object[];
}): object {
  const { id, status, recipient, callbackData, errors } = report;
  return {
    statuses: [
      {
        id,
        status,
        timestamp: seconds(report.at),
        ...recipient,
        ...(callbackData && { biz_opaque_callback_data: callbackData }),
        ...(errors && { errors }),
      },
    ],
  };
}

function contentOf(account: Account, wish: CustomerWish): object {
  const { text = '', media, reaction, edit, deletion, newPhone, pressed } = wish;
  if (newPhone) return { type: 'system', system: systemOf(account, wish.from, newPhone) };
  if (media) return mediaOf(account, media);
  if (reaction) {
    const emoji = reaction.emoji ?? '';
    return { type: 'reaction', reaction: { message_id: reaction.target, emoji } };
  }
  if (edit) {
    const message = { type: 'text', text: { body: edit.text } };
    return { type: 'edit', edit: { original_message_id: edit.target, message } };
  }
  if (deletion) return { type: 'revoke', revoke: { original_message_id: deletion.target } };
  return pressed ? { type: 'button', button: { text, payload: text } } : { type: 'text', text: { body: text } };
}

function systemOf(account: Account, from: string, newPhone: string): object {
  const users = withNewPhone(account, from, newPhone);
  return {
    type: 'user_changed_number',
    wa_id: newPhone.slice(1),
    ...(users && { user_id: users.now, previous_user_id: users.was }),
  };
}

function mediaOf(account: Account, media: PhoneMedia): object {
  const { chance } = account;
  const { kind, caption, fileName } = media;
  const id = `1${String(chance.below(1e9)).padStart(9, '0')}${String(chance.below(1e6)).padStart(6, '0')}`;
  const { mimeType, sha256 } = keepFile(account, media, id);
  const type = kind === 'voice' ? 'audio' : kind;
  const file = {
    id,
    mime_type: mimeType,
    sha256: sha256.toString('base64'),
    ...(caption && { caption }),
    ...(fileName && { filename: fileName }),
    ...(type === 'audio' && { voice: kind === 'voice' }),
    ...(kind === 'sticker' && { animated: false }),
  };
  return { type, [type]: file };
}

export const seconds = (ms: number) => String(Math.floor(ms / 1000));

/** JSON as Meta writes it: ASCII only, slashes escaped. Its signature is over exactly this. */
const metaJson = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/\//g, '\\/')
    .replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
