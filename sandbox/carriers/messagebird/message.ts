import type { PhoneMedia } from '../../phones';
import { type Account, hex, timeOf, userIdOf } from '../account';
import type { BusinessNumber, CustomerWish } from '../carrier';
import { keepFile } from '../files';

/** A message of the Conversations API that a customer wrote. */
export function receivedMessage(
  account: Account,
  wish: CustomerWish,
  { id, number }: { readonly id: string; readonly number: BusinessNumber },
) {
  const at = new Date(timeOf(account, wish)).toISOString();
  return {
    id,
    conversationId: conversationOf(wish.from),
    channelId: number.receiver,
    platform: 'whatsapp',
    to: number.number,
    from: wish.identity === 'user-id' ? userIdOf(account, wish.from) : wish.from,
    direction: 'received',
    status: 'received',
    ...contentOf(account, wish),
    createdDatetime: at,
    updatedDatetime: at,
  };
}

/** One conversation per contact. */
export const conversationOf = (phone: string): string => `c0${phone.slice(1).padStart(30, '0')}`;

function contentOf(account: Account, { text = '', media, quotes, pressed }: CustomerWish) {
  if (media) return mediaContent(media, addressOf(account, media));
  if (pressed) return { type: 'button', content: { button: { text, payload: text } } };
  if (!quotes) return { type: 'text', content: { text } };
  return { type: 'whatsappText', content: { whatsappText: { text: { body: text }, context: { id: quotes } } } };
}

function addressOf(account: Account, media: PhoneMedia): string {
  const id = hex(account.chance, 32);
  keepFile(account, media, id);
  return `https://media.messagebird.com/v1/media/${id}`;
}

/** A file has one text: its caption, or its name. */
function mediaContent({ kind, caption, fileName }: PhoneMedia, url: string) {
  const type = TYPES[kind];
  if (kind === 'sticker') return { type, content: { [type]: { link: url } } };
  const words = caption ?? fileName;
  return { type, content: { [type]: { url, ...(words && { caption: words }) } } };
}

const TYPES: Record<PhoneMedia['kind'], string> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  voice: 'audio',
  document: 'file',
  sticker: 'whatsappSticker',
};
