import { z } from 'zod';
import type { Content, OrderItem } from '../domain/content';
import { list, maybe } from './lenient';

/**
 * An order from a catalog as WhatsApp words it, which its providers hand on; Infobip writes the names in camel case, Vonage
 * and MessageBird write numbers as text. Undefined when it tells neither words nor an item; an odd item costs only itself.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/order (read 2026-11)
 */
export function orderOf(raw: unknown): Content | undefined {
  const { text, product_items = [], productItems = [] } = Order.safeParse(raw).data ?? {};
  const items = [...product_items, ...productItems].flatMap(itemOf);
  if (!text?.trim() && items.length === 0) return undefined;
  return { kind: 'order', items, ...(text?.trim() && { text }) };
}

/** Numbers come as numbers or as text; a text longer than any of them is none. */
const figure = maybe(z.union([z.string().trim().min(1).max(30), z.number().transform(String)]));
const text = maybe(z.string());
const Order = z.object({ text, product_items: list, productItems: list });
const Item = z.object({
  product_retailer_id: text,
  productRetailerId: text,
  quantity: figure,
  item_price: figure,
  itemPrice: figure,
  currency: figure,
});

function itemOf(raw: unknown): readonly OrderItem[] {
  const item = Item.safeParse(raw).data;
  const product = (item?.product_retailer_id ?? item?.productRetailerId)?.trim();
  if (!item || !product) return [];
  const { quantity, item_price, itemPrice, currency } = item;
  const price = item_price ?? itemPrice;
  return [{ product, ...(quantity && { quantity }), ...(price && { price }), ...(currency && { currency }) }];
}
