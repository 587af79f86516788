import type { ContactCard, Content, MediaKind, OrderItem } from '../content';
import { unreachable } from '../unreachable';
import { cleanText } from './cleanText';

const KIND: Record<MediaKind, string> = {
  image: 'Photo',
  video: 'Video',
  audio: 'Audio',
  voice: 'Voice note',
  document: 'Document',
  sticker: 'Sticker',
};

/** The text that stands for a message wherever Jira shows the conversation. Never empty. */
export function messageText(content: Content): string {
  switch (content.kind) {
    case 'text':
    case 'choice':
    case 'template':
      return cleanText(content.text).trim() === '' ? '(no text)' : content.text;
    case 'media':
      return mediaText(content);
    case 'location':
      return locationText(content);
    case 'contacts':
      return ['Contact', ...content.cards.map(cardText), ...moreText(content)].join('\n');
    case 'order':
      return [`Order${content.text?.trim() ? `: ${content.text}` : ''}`, ...itemTexts(content)].join('\n');
    case 'reaction':
      return content.emoji ? `Reacted with ${content.emoji}` : 'Took a reaction back';
    case 'edit':
      return `Edited message: ${content.text}`;
    case 'deletion':
      return 'Deleted a message';
    case 'unsupported':
      return `Unsupported message (${content.description})`;
    default:
      return unreachable(content);
  }
}

function mediaText({ media, caption }: Extract<Content, { kind: 'media' }>): string {
  const name = media.kind === 'document' && media.fileName ? ` ${media.fileName}` : '';
  return `${KIND[media.kind]}${name}${caption?.trim() ? `: ${caption}` : ''}`;
}

/** The link is Google's documented cross-platform form: https://developers.google.com/maps/documentation/urls/get-started (read 2026-11). */
function locationText({ latitude, longitude, name, address }: Extract<Content, { kind: 'location' }>): string {
  const place = [name, address].filter((part) => part?.trim()).join(', ');
  const link = `https://www.google.com/maps/search/?api=1&query=${latitude},${longitude}`;
  return `Location${place ? `: ${place}` : ''}\n${link}`;
}

/** `Jo Novak, Tiskara: +385 1 234, jo@example.com`. */
const cardText = ({ name, company = '', phones, emails = [] }: ContactCard): string =>
  [told([name, company]), told([...phones, ...emails])].filter(Boolean).join(': ');

/** `2 × di9ozbzfi4 (30 USD each)`, one line per item. */
export const itemTexts = ({ items, more }: Extract<Content, { kind: 'order' }>): readonly string[] => [
  ...items.map(itemText),
  ...moreText({ more }),
];

/** Of what was too much to keep. */
export const moreText = ({ more }: { readonly more?: number | undefined }): readonly string[] =>
  more === undefined ? [] : [`… and ${more} more`];

function itemText({ product, quantity = '', price = '', currency = '' }: OrderItem): string {
  const each = price && ` (${[price, currency].filter(Boolean).join(' ')} each)`;
  return `${quantity && `${quantity} × `}${product}${each}`;
}

const told = (parts: readonly string[]): string => parts.filter((part) => part.trim()).join(', ');
