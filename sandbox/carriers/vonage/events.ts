import { createHash } from 'node:crypto';
import { sign } from 'jsonwebtoken';
import type { HttpCall } from '../../doors';
import type { PhoneMedia } from '../../phones';
import { type Account, timeOf, userIdOf } from '../account';
import type { CustomerWish } from '../carrier';
import { keepFile } from '../files';
import { uuid } from './uuid';

/** A webhook without its signature: that is put on at each attempt. Undefined while no address is set. */
export function webhookCall(url: string | undefined, body: object): HttpCall | undefined {
  if (!url) return undefined;
  return { method: 'POST', url, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** With a token that vouches for the body, made for this attempt. */
export function signedNow(account: Account, call: HttpCall): HttpCall {
  const { applicationId, signatureSecret = '' } = account.own.credentials;
  const claims = {
    iat: Math.floor(account.agenda.now() / 1_000),
    jti: uuid(account),
    iss: 'Vonage',
    payload_hash: createHash('sha256').update(String(call.body)).digest('hex'),
    api_key: 'a1b2c3d',
    application_id: applicationId,
  };
  const token = sign(claims, signatureSecret, { algorithm: 'HS256' });
  return { ...call, headers: { ...call.headers, authorization: `Bearer ${token}` } };
}

/** What Vonage tells when a customer writes or reacts; undefined for what it does not pass on. */
export function inboundBody(account: Account, wish: CustomerWish, id: string): object | undefined {
  const content = contentOf(account, wish);
  if (!content) return undefined;
  const about = wish.reaction?.target ?? wish.quotes;
  const isWhatsApp = wish.channel === 'whatsapp';
  return {
    channel: wish.channel,
    message_uuid: id,
    to: wish.to.slice(1),
    ...senderOf(account, wish),
    timestamp: new Date(timeOf(account, wish)).toISOString(),
    ...content,
    ...(isWhatsApp && { context_status: about ? 'available' : 'none' }),
    ...(isWhatsApp && about && { context: { message_uuid: about, message_from: wish.to.slice(1) } }),
    ...(!isWhatsApp && { sms: { num_messages: '1', keyword: (wish.text ?? '').split(' ')[0]?.toUpperCase() ?? '' } }),
  };
}

function senderOf(account: Account, { from, channel, identity = 'phone' }: CustomerWish): object {
  if (channel === 'sms') return { from: from.slice(1) };
  const name = account.phones.name(from);
  const userId = identity === 'phone' ? undefined : userIdOf(account, from);
  return {
    from: identity === 'user-id' && userId ? userId : from.slice(1),
    ...(name && { profile: { name } }),
    ...(userId && { whatsapp: { sender: { user_id: userId } } }),
  };
}

function contentOf(
  account: Account,
  { text = '', media, reaction, pressed, ...wish }: CustomerWish,
): object | undefined {
  if (wish.edit ?? wish.deletion ?? wish.newPhone) return undefined;
  if (media) return mediaOf(account, media);
  if (pressed) return { message_type: 'button', button: { text, payload: text } };
  if (!reaction) return { message_type: 'text', text };
  const part = reaction.emoji ? { action: 'react', emoji: reaction.emoji } : { action: 'unreact' };
  return { message_type: 'reaction', reaction: part };
}

function mediaOf(account: Account, media: PhoneMedia): object {
  const { kind, caption, fileName } = media;
  const [type, id] = [TYPES[kind], uuid(account)];
  keepFile(account, media, id);
  const part = {
    url: `https://api-eu.nexmo.com/v3/media/${id}`,
    ...(caption && { caption }),
    ...(fileName && { name: fileName }),
  };
  return { message_type: type, [type]: part };
}

const TYPES: Record<PhoneMedia['kind'], string> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  voice: 'audio',
  document: 'file',
  sticker: 'sticker',
};
