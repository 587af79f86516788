import { isAmong, sameKind, type Contact, type ContactAddress } from './contact';
import type { Route } from './conversation';

/** Does the customer have another address instead, by the provider's word? Somebody else may be there now. */
export const hasLeft = ({ addresses }: Contact, address: ContactAddress): boolean =>
  addresses.length > 0 && !isAmong(addresses, address);

/** The way to the customer as it is now: nobody must be answered where somebody else may be. */
export function routeNow(contact: Contact, route: Route): Route {
  const address = hasLeft(contact, route.address) ? sameKind(route.address, contact.addresses) : undefined;
  return address ? { ...route, address } : route;
}
