import type { ContactCard, Content, MediaRef, OrderItem, Referral } from './content';
import { shorten } from './text/cleanText';
import { unreachable } from './unreachable';

/** UTF-16 units kept of what somebody typed. WhatsApp carries 4,096, a record 240 KiB with everything else in it (Forge KVS). */
export const MOST_TYPED = 30_000;
/** Kept of names, labels and whatever else is no text of its own. */
export const MOST_NAMED = 1_000;
const MOST_CARDS = 50;
/** Phones or e-mail addresses of one card. */
const MOST_WAYS = 10;
const MOST_ITEMS = 50;
/** Of each word of an item: a product's id, a figure, a currency. */
const MOST_OF_ITEM = 100;

export type Bounded = {
  readonly content: Content;
  /** Set where what was typed was shortened: its full length. */
  readonly fullLength?: number;
};

/** Content of a size that can be kept, whatever a provider hands on: what is too long is shortened, never refused. */
export function boundedContent(content: Content): Bounded {
  switch (content.kind) {
    case 'text':
    case 'edit':
    case 'template':
      return typed(content.text, { ...content, text: shorten(content.text, MOST_TYPED) });
    case 'choice':
      return typed(content.text, {
        ...content,
        text: shorten(content.text, MOST_TYPED),
        ...(content.payload !== undefined && { payload: shorten(content.payload, MOST_NAMED) }),
      });
    case 'media':
      return typed(content.caption ?? '', {
        ...content,
        media: boundedMedia(content.media),
        ...(content.caption !== undefined && { caption: shorten(content.caption, MOST_TYPED) }),
      });
    case 'location':
      return { content: { ...content, ...named(content, ['name', 'address']) } };
    case 'contacts':
      return { content: { ...content, ...boundedCards(content) } };
    case 'order':
      return typed(content.text ?? '', {
        ...content,
        ...boundedItems(content),
        ...(content.text !== undefined && { text: shorten(content.text, MOST_TYPED) }),
      });
    case 'unsupported':
      return { content: { ...content, description: shorten(content.description, MOST_NAMED) } };
    case 'reaction':
    case 'deletion':
      return { content };
    default:
      return unreachable(content);
  }
}

const typed = (text: string, content: Content): Bounded => ({
  content,
  ...(text.length > MOST_TYPED && { fullLength: text.length }),
});

/** The first of them, as many as have room together in what somebody may type; the first in any case. */
function boundedCards({ cards, more = 0 }: Extract<Content, { kind: 'contacts' }>) {
  const bounded = cards.slice(0, MOST_CARDS).map(boundedCard);
  const sizes = bounded.map((card) => JSON.stringify(card).length);
  const kept = bounded.filter(
    (_, index) => index === 0 || sizes.slice(0, index + 1).reduce((sum, size) => sum + size, 0) <= MOST_TYPED,
  );
  const over = more + cards.length - kept.length;
  return { cards: kept, ...(over > 0 && { more: over }) };
}

const boundedCard = ({ name, phones, company, emails }: ContactCard): ContactCard => ({
  name: shorten(name, MOST_NAMED),
  phones: boundedWays(phones),
  ...(company !== undefined && { company: shorten(company, MOST_NAMED) }),
  ...(emails && { emails: boundedWays(emails) }),
});

function boundedItems({ items, more = 0 }: Extract<Content, { kind: 'order' }>) {
  const over = more + Math.max(0, items.length - MOST_ITEMS);
  return { items: items.slice(0, MOST_ITEMS).map(boundedItem), ...(over > 0 && { more: over }) };
}

function boundedItem({ product, quantity, price, currency }: OrderItem): OrderItem {
  return {
    product: shorten(product, MOST_OF_ITEM),
    ...(quantity !== undefined && { quantity: shorten(quantity, MOST_OF_ITEM) }),
    ...(price !== undefined && { price: shorten(price, MOST_OF_ITEM) }),
    ...(currency !== undefined && { currency: shorten(currency, MOST_OF_ITEM) }),
  };
}

const boundedWays = (ways: readonly string[]) => ways.slice(0, MOST_WAYS).map((way) => shorten(way, MOST_NAMED));

/** What names the file at the provider is kept as it is: shortened it would name nothing. */
const boundedMedia = (media: MediaRef): MediaRef => ({ ...media, ...named(media, ['fileName', 'mimeType']) });

/** A cut-off address leads nowhere: it is left out. */
export function boundedReferral({ url, ...referral }: Referral): Referral {
  const kept = url !== undefined && url.length <= MOST_NAMED ? { url } : {};
  return { ...kept, ...named(referral, ['headline', 'body']) };
}

type Named<Name extends string> = Partial<Record<Name, string>>;

function named<Name extends string>(value: Readonly<Named<Name>>, names: readonly Name[]): Named<Name> {
  const kept: Named<Name> = {};
  for (const name of names) {
    const text = value[name];
    if (text !== undefined) kept[name] = shorten(text, MOST_NAMED);
  }
  return kept;
}
