import { createHash, createHmac } from 'node:crypto';
import type { HttpCall } from '../../doors';
import type { PhoneMedia } from '../../phones';
import { type Account, hex, timeOf, userIdOf } from '../account';
import type { BusinessNumber, Channel, CustomerWish } from '../carrier';
import { keepFile } from '../files';
import type { Contact } from './order';

type BirdEvent = { readonly event: `${Channel}.${'inbound' | 'outbound' | 'interaction'}`; readonly payload: object };

/** A webhook without its signature: that is put on at each attempt. Undefined while nobody asked to be told. */
export function eventCall({ own }: Account, { event, payload }: BirdEvent): HttpCall | undefined {
  if (!own.webhook.url) return undefined;
  const headers = { 'content-type': 'application/json' };
  return {
    method: 'POST',
    url: own.webhook.url,
    headers,
    body: JSON.stringify({ service: 'channels', event, payload }),
  };
}

/** Signed as Bird documents it: the time of the attempt, the address of the subscription and the hash of the body. */
export function signedNow({ own, agenda }: Account, call: HttpCall): HttpCall {
  const time = String(Math.floor(agenda.now() / 1_000));
  const signature = createHmac('sha256', own.credentials.signingKey ?? '')
    .update(`${time}\n${call.url}\n`)
    .update(createHash('sha256').update(call.body).digest())
    .digest('base64');
  const headers = { 'messagebird-signature': signature, 'messagebird-request-timestamp': time };
  return { ...call, headers: { ...call.headers, ...headers } };
}

/** What Bird tells when a customer writes or reacts; undefined for what it does not pass on: edits, deletions, new numbers. */
export function inboundPayload(account: Account, wish: CustomerWish, id: string): object | undefined {
  if (wish.edit ?? wish.deletion ?? wish.newPhone) return undefined;
  const body = wish.channel === 'sms' ? textBody(wish.text ?? wish.media?.caption ?? '') : bodyOf(account, wish);
  const at = timeOf(account, wish);
  const about = wish.reaction?.target ?? wish.quotes;
  const number = account.own.numbers.find((one) => one.number === wish.to && one.channel === wish.channel);
  return {
    id,
    channelId: number?.receiver,
    sender: { contact: senderOf(account, wish) },
    receiver: { connector: connectorOf(wish.to) },
    meta: { extraInformation: extrasOf(account, wish, at) },
    reference: '',
    parts: [{ platformReference: id }],
    ...(about && wish.channel === 'whatsapp' && { replyTo: { id: about, type: wish.pressed ? 'click' : 'message' } }),
    status: 'delivered',
    reason: '',
    direction: 'incoming',
    ...timesOf(at),
    body,
  };
}

/** What every report about a message of ours says around its status. */
export const outboundPayload = (
  number: BusinessNumber,
  { contact, at }: { readonly contact: Contact; readonly at: number },
): object => ({
  channelId: number.receiver,
  sender: { connector: connectorOf(number.number) },
  receiver: { contacts: [contactOf(contact.identifierKey, contact.identifierValue)] },
  direction: 'outgoing',
  ...timesOf(at),
});

export const textBody = (text: string) => ({ type: 'text', text: { text } });

const iso = (ms: number) => new Date(ms).toISOString();
const timesOf = (at: number) => ({ createdAt: iso(at), updatedAt: iso(at), lastStatusAt: iso(at) });

const connectorOf = (number: string) => ({ id: `connector-of-${number.slice(1)}`, identifierValue: number });
const contactOf = (identifierKey: string, identifierValue: string) => ({
  id: createHash('sha256').update(identifierValue).digest('hex').slice(0, 32),
  identifierKey,
  identifierValue,
});

/** Of somebody without a name WhatsApp shows a dot. */
function senderOf(account: Account, { from, channel, identity }: CustomerWish): object {
  if (channel === 'sms') return contactOf('phonenumber', from);
  const contact =
    identity === 'user-id' ? contactOf('whatsappbsuid', userIdOf(account, from)) : contactOf('phonenumber', from);
  return { ...contact, annotations: { name: account.phones.name(from) || '.' } };
}

/** WhatsApp's own time in whole seconds, and the customer's user id where it is shown. */
function extrasOf(account: Account, { from, channel, identity = 'phone' }: CustomerWish, at: number): object {
  const isShown = channel === 'whatsapp' && identity !== 'phone';
  return { timestamp: String(Math.floor(at / 1_000)), ...(isShown && { whatsappbsuid: userIdOf(account, from) }) };
}

function bodyOf(account: Account, { text = '', media, reaction, pressed }: CustomerWish): object {
  if (reaction) return { type: 'reaction', reaction: { emoji: reaction.emoji ?? '' } };
  if (pressed) return pressedBody(text);
  return media ? mediaBody(account, media) : textBody(text);
}

const pressedBody = (text: string) => ({
  type: 'text',
  text: { text, actions: [{ type: 'postback', postback: { text, payload: text } }] },
});

/** Pictures and stickers are images; all else is a file with its type. */
function mediaBody(account: Account, media: PhoneMedia): object {
  const id = hex(account.chance, 32);
  const { mimeType } = keepFile(account, media, id);
  const mediaUrl = `https://media.nest.messagebird.com/workspaces/${account.own.credentials.workspaceId ?? ''}/media/${id}`;
  const words = media.caption ? { text: media.caption } : {};
  if (media.kind === 'image' || media.kind === 'sticker')
    return { type: 'image', image: { images: [{ mediaUrl }], ...words } };
  const file = { mediaUrl, contentType: mimeType, ...(media.fileName && { filename: media.fileName }) };
  return { type: 'file', file: { files: [file], ...words } };
}
