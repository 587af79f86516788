import type { Carrier, CustomerWish } from '../carriers/carrier';
import { Refused } from './refused';

/** Lets a customer write: the carrier that has the business number on that channel takes it. @throws Refused when none has, or when it cannot carry the message. */
export function customerWrites(carriers: ReadonlyMap<string, Carrier>, wish: CustomerWish): { readonly id: string } {
  const { text, media, reaction, edit, deletion, newPhone } = wish;
  if (![text, media, reaction, edit, deletion, newPhone].some(Boolean)) {
    throw new Refused('A message has a text, media, a reaction, an edit or a deletion.');
  }
  const carrier = [...carriers.values()].find((one) =>
    one.numbers().some((row) => row.number === wish.to && row.channel === wish.channel),
  );
  if (!carrier) throw new Refused(`No business number ${wish.to} takes ${wish.channel} messages here.`, 404);
  try {
    return carrier.customerWrites(wish);
  } catch (cause) {
    throw new Refused(cause instanceof Error ? cause.message : 'The carrier refuses this message.');
  }
}
