import { Webhook } from 'standardwebhooks';
import { smsParts } from '../../../src/domain/text/smsParts';
import type { HttpCall } from '../../doors';
import type { PhoneMedia } from '../../phones';
import { type Account, digits, userIdOf } from '../account';
import type { CustomerWish } from '../carrier';
import { keepFile } from '../files';

export const WORKSPACE = 'ws_01jxdemo';

type BirdEvent = { readonly type: string; readonly at: number; readonly data: object };

/** A webhook without its signature: that is put on at each attempt. Undefined while no webhook address is set. */
export function eventCall({ own, chance }: Account, { type, at, data }: BirdEvent): HttpCall | undefined {
  if (!own.webhook.url) return undefined;
  return {
    method: 'POST',
    url: own.webhook.url,
    headers: { 'content-type': 'application/json', 'webhook-id': `msg_${digits(chance, 26)}` },
    body: JSON.stringify({ type, timestamp: new Date(at).toISOString(), data }),
  };
}

/** Signed by the library that Bird's own kit signs with, at the time of the attempt; the id stays. */
export function signedNow({ own, agenda }: Account, call: HttpCall): HttpCall {
  const now = new Date(agenda.now());
  const id = call.headers['webhook-id'] ?? '';
  const headers = {
    'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
    'webhook-signature': new Webhook(own.credentials.webhookSecret ?? '').sign(id, now, String(call.body)),
  };
  return { ...call, headers: { ...call.headers, ...headers } };
}

/** What Bird says when a customer writes. */
export function receivedData(account: Account, wish: CustomerWish, id: string): object {
  const around = { workspace_id: WORKSPACE, tags: null, metadata: null };
  if (wish.channel === 'sms') {
    const text = wish.text ?? wish.media?.caption;
    return {
      sms_id: id,
      ...around,
      to: wish.to,
      from: wish.from,
      ...(text && { text }),
      segments: segmentsOf(text ?? ''),
    };
  }
  const to = { phone_number: wish.to };
  return {
    whatsapp_id: id,
    ...around,
    direction: 'inbound',
    from: senderOf(account, wish),
    to,
    ...contentOf(account, wish, id),
  };
}

function senderOf(account: Account, { from, identity = 'phone' }: CustomerWish): object {
  const bsuid = identity === 'phone' ? undefined : userIdOf(account, from);
  return { ...(identity !== 'user-id' && { phone_number: from }), ...(bsuid && { bsuid }) };
}

export function segmentsOf(text: string): object {
  const { parts, encoding } = smsParts(text);
  return { count: parts, encoding: encoding === 'UCS-2' ? 'UCS2' : 'GSM_7BIT', characters: text.length };
}

/** Bird only names what it does not carry. It knows no quotes. */
function contentOf(account: Account, { text = '', media, ...wish }: CustomerWish, id: string): object {
  if (wish.newPhone) return { unsupported: { type: 'system' } };
  if (wish.reaction) return { unsupported: { type: 'reaction' } };
  if (wish.edit) return { unsupported: { type: 'edit' } };
  if (wish.deletion) return { unsupported: { type: 'revoke' } };
  return media ? mediaOf(account, media, fileId(id)) : { text: { body: text } };
}

/** A file has the number of its message. */
export const fileId = (messageId: string): string => messageId.replace(/^wam/, 'wmd');

function mediaOf(account: Account, media: PhoneMedia, id: string): object {
  const { kind, caption, fileName } = media;
  const { mimeType } = keepFile(account, media, id);
  const file = {
    id,
    url: `https://eu1.platform.bird.com/v1/whatsapp/media/${id}`,
    mime_type: mimeType,
    ...(caption && { caption }),
    ...(fileName && { filename: fileName }),
    ...((kind === 'audio' || kind === 'voice') && { voice: kind === 'voice' }),
    ...(kind === 'sticker' && { animated: false }),
  };
  return { [kind === 'voice' ? 'audio' : kind]: file };
}
