import type { HttpCall } from '../../doors';
import type { PhoneMedia } from '../../phones';
import { type Account, timeOf, userIdOf } from '../account';
import type { CustomerWish } from '../carrier';
import { keepFile } from '../files';

/** A webhook of the subscription, with its Basic authorization. Undefined while no address is set. */
export function webhookCall({ own }: Account, result: object): HttpCall | undefined {
  if (!own.webhook.url) return undefined;
  const basic = Buffer.from(`omnichat:${own.credentials.webhookSecret ?? ''}`).toString('base64');
  const body = { results: [result], messageCount: 1, pendingMessageCount: 0 };
  return post(own.webhook.url, body, { authorization: `Basic ${basic}` });
}

/** A report at the address its message named: the security of the subscription does not cover it. */
export const reportCall = (address: string, result: object): HttpCall => post(address, { results: [result] }, {});

const post = (url: string, body: object, headers: Readonly<Record<string, string>>): HttpCall => ({
  method: 'POST',
  url,
  headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Infobip', ...headers },
  body: JSON.stringify(body),
});

/** What Infobip says when a customer writes; undefined for what it does not pass on: edits, deletions, new numbers. */
export function messageResult(account: Account, wish: CustomerWish, id: string): object | undefined {
  if (wish.edit || wish.deletion || wish.newPhone) return undefined;
  const common = {
    to: bare(wish.to),
    messageId: id,
    receivedAt: infobipTime(timeOf(account, wish)),
    price: { pricePerMessage: 0, currency: 'EUR' },
  };
  if (wish.channel === 'whatsapp')
    return { ...common, ...senderOf(account, wish), message: messageOf(account, wish, id) };
  if (wish.reaction) return undefined;
  const text = wish.text ?? '';
  return { ...common, from: bare(wish.from), text, cleanText: text, smsCount: 1 };
}

function senderOf(account: Account, wish: CustomerWish): object {
  const identity = wish.identity ?? 'phone';
  const userId = identity === 'phone' ? undefined : userIdOf(account, wish.from);
  const name = account.phones.name(wish.from);
  const phoneNumber = bare(wish.from);
  return {
    from: identity === 'user-id' ? userId : phoneNumber,
    integrationType: 'WHATSAPP',
    contact: { ...(name && { name }), ...(identity !== 'user-id' && { phoneNumber }), ...(userId && { userId }) },
  };
}

function messageOf(
  account: Account,
  { text = '', media, reaction, quotes, pressed, to }: CustomerWish,
  id: string,
): object {
  if (reaction) {
    const { emoji, target } = reaction;
    return { type: 'REACTION', ...(emoji && { emoji }), action: emoji ? 'ADDED' : 'REMOVED', context: { id: target } };
  }
  const context = quotes && { context: { from: bare(to), id: quotes } };
  if (pressed) return { type: 'BUTTON', text, payload: text, ...context };
  return { ...(media ? fileOf(account, media, { to, id }) : { type: 'TEXT', text }), ...context };
}

/** Infobip tells no file name: the caption of a document often is it. */
function fileOf(account: Account, media: PhoneMedia, { to, id }: { to: string; id: string }): object {
  keepFile(account, media, mediaId(id));
  const caption = media.caption ?? (media.kind === 'document' ? media.fileName : undefined);
  const url = `https://${account.own.credentials.baseUrl ?? ''}/whatsapp/1/senders/${bare(to)}/media/${mediaId(id)}`;
  return { type: media.kind.toUpperCase(), url, ...(caption && { caption }) };
}

/** The file of a message is found again by the id of the message. */
const mediaId = (messageId: string): string => Buffer.from(messageId).toString('hex');

export const infobipTime = (ms: number): string => new Date(ms).toISOString().replace('Z', '+0000');

/** Infobip writes numbers without the plus sign. */
export const bare = (number: string): string => number.replace(/^\+/, '');
