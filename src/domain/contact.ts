import type { Consent } from './consent';
import type { AccountId, ContactId, PhoneNumber } from './ids';

export type Channel = 'whatsapp' | 'sms';
export const CHANNELS: readonly Channel[] = ['whatsapp', 'sms'];

/**
 * Where a contact can be reached. WhatsApp may send no phone number but a business-scoped user id
 * (Meta, business-scoped user IDs, read 2026-11), so the key of a contact is never a bare phone number.
 */
export type ContactAddress =
  | { readonly kind: 'phone'; readonly phone: PhoneNumber }
  | { readonly kind: 'whatsapp-user'; readonly userId: string }
  /** An SMS from a name (`BANK`) or a short number: nobody can answer it. */
  | { readonly kind: 'sender'; readonly sender: string };

/** A person at one or more addresses. `customer` is the JSM customer the contact is mapped to. */
export type Contact = {
  readonly version: 1;
  readonly rev: number;
  readonly id: ContactId;
  readonly addresses: readonly ContactAddress[];
  /** The newest addresses they had until a time (epoch ms), by the provider's word. */
  readonly left?: readonly { readonly address: ContactAddress; readonly at: number }[];
  readonly name?: string;
  readonly customer?: Customer;
  /** The newest consent an agent recorded; a customer who writes first needs none. */
  readonly consent?: Consent;
  /** How many people had the phone before, as far as we were shown: each is a customer of their own. */
  readonly owner?: number;
};

/** The reporter of the contact's requests: a JSM customer (`linked`: a person known to Jira before, not one we made), or the app with the reason why no customer could be made. */
export type Customer =
  | { readonly kind: 'account'; readonly accountId: AccountId; readonly linked?: true }
  | { readonly kind: 'app'; readonly reason: 'refused' | 'forbidden' };

export const sameAddress = (one: ContactAddress, other: ContactAddress): boolean =>
  addressText(one) === addressText(other);

export const isAmong = (addresses: readonly ContactAddress[], address: ContactAddress): boolean =>
  addresses.some((one) => sameAddress(one, address));

/** The newest of the same kind, else any. */
export const sameKind = (address: ContactAddress, among: readonly ContactAddress[]): ContactAddress | undefined =>
  among.findLast(({ kind }) => kind === address.kind) ?? among.at(-1);

/** The address as text for hashing and comparing: `phone:+49…`, `whatsapp-user:DE.123`, `sender:BANK`. Never for keys or logs. */
export const addressText = (address: ContactAddress): string => `${address.kind}:${addressValue(address)}`;

/** The address as it is, without its kind. */
export function addressValue(address: ContactAddress): string {
  if (address.kind === 'phone') return address.phone;
  return address.kind === 'sender' ? address.sender : address.userId;
}

/** What people call somebody whose name and number are unknown: the last 6 of a user id tell two of them apart. */
export const shortValue = (address: ContactAddress): string =>
  address.kind === 'whatsapp-user' ? address.userId.slice(-6) : addressValue(address);
