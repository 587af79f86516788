import { isAmong, sameAddress, type Contact, type ContactAddress } from './contact';

/** Nobody has as many within the week for which providers still tell of what was before. */
export const MOST_LEFT = 4;

/**
 * Was this address left at that time or later? What somebody wrote there before does not lead them back. Providers tell whole
 * seconds: who wrote in the one in which they left wrote before.
 */
export const leftAfter = ({ left = [] }: Contact, address: ContactAddress, at: number): boolean =>
  left.some((one) => one.at >= at && sameAddress(one.address, address));

/** Has the contact left it, whenever that was? */
export const hasLeft = ({ left = [] }: Contact, address: ContactAddress): boolean =>
  left.some((one) => sameAddress(one.address, address));

/** The contact has these addresses as well. The very same where nothing is new. */
export function withAddresses(contact: Contact, shown: readonly ContactAddress[]): Contact {
  const fresh = shown.filter((address) => !isAmong(contact.addresses, address));
  if (fresh.length === 0) return contact;
  const { left, ...known } = contact;
  const away = left?.filter(({ address }) => !isAmong(fresh, address)) ?? [];
  return { ...known, addresses: [...contact.addresses, ...fresh], ...(away.length > 0 && { left: away }) };
}

/** The contact has left these addresses at that time. The very same where that was known. */
export function withoutAddresses(contact: Contact, gone: readonly ContactAddress[], at: number): Contact {
  const { left = [], ...known } = contact;
  const news = gone.filter((address) => !left.some((one) => one.at >= at && sameAddress(one.address, address)));
  if (news.length === 0 && !gone.some((address) => isAmong(contact.addresses, address))) return contact;
  const others = left.filter(({ address }) => !isAmong(news, address));
  return {
    ...known,
    addresses: contact.addresses.filter((address) => !isAmong(gone, address)),
    left: [...others, ...news.map((address) => ({ address, at }))].slice(-MOST_LEFT),
  };
}
