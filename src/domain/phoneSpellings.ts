import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { ContactAddress } from './contact';
import { parsePhoneNumber, type PhoneNumber } from './ids';

/**
 * The one spelling of a phone by which a contact is known, so that the same person on SMS and on WhatsApp is one. For
 * comparing only: an answer goes to the number exactly as the provider gave it.
 */
export function canonicalPhone(phone: PhoneNumber): PhoneNumber {
  let known = respelt(phone);
  // What one rule leaves, another may go on with: a trunk zero behind Mexico's 1. Each takes a digit away or adds Brazil's one.
  for (let steps = 0; steps < 5 && respelt(known) !== known; steps += 1) known = respelt(known);
  return known;
}

function respelt(phone: PhoneNumber): PhoneNumber {
  const read = parsePhoneNumberFromString(phone);
  // Takes away a trunk zero (+44 020…) and Argentina's 15; a number that cannot be is left as it came.
  const known = read?.isPossible() ? (parsePhoneNumber(read.number) ?? phone) : phone;
  const twin = TWINS.find(({ other }) => other.test(known));
  return twin ? (parsePhoneNumber(known.replace(twin.other, twin.canonical)) ?? known) : known;
}

/** Every way this phone may be written, the given and the canonical one first: contacts may be known by any of them. */
export function spellings(phone: PhoneNumber): readonly [PhoneNumber, ...PhoneNumber[]] {
  const canonical = canonicalPhone(phone);
  const twins = TWINS.flatMap(({ shape, spelt }) =>
    shape.test(canonical) ? (parsePhoneNumber(canonical.replace(shape, spelt)) ?? []) : [],
  );
  return [phone, ...new Set([canonical, ...twins].filter((one) => one !== phone))];
}

/** The address in the spelling contacts are known by. */
export const canonicalAddress = (address: ContactAddress): ContactAddress =>
  address.kind === 'phone' ? { kind: 'phone', phone: canonicalPhone(address.phone) } : address;

/** The address in every spelling it may have, as it is written first. */
export const addressSpellings = (address: ContactAddress): readonly ContactAddress[] =>
  address.kind === 'phone' ? spellings(address.phone).map((phone) => ({ kind: 'phone', phone })) : [address];

/** `other` is also written for what `canonical` makes of it; a canonical number of this `shape` is also `spelt` so. */
type Twin = { readonly other: RegExp; readonly canonical: string; readonly shape: RegExp; readonly spelt: string };

const TWINS: readonly Twin[] = [
  // Brazil: mobiles have begun with a 9 since 2016 (Anatel resolution 553); WhatsApp still names many without. Landlines begin with 2 to 5.
  { other: /^\+55(\d\d)([6-9]\d{7})$/, canonical: '+55$19$2', shape: /^\+55(\d\d)9([6-9]\d{7})$/, spelt: '+55$1$2' },
  // Mexico: the 1 before mobiles ended in 2019 (IFT numbering plan); WhatsApp still writes it.
  { other: /^\+521(\d{10})$/, canonical: '+52$1', shape: /^\+52(\d{10})$/, spelt: '+521$1' },
  // Argentina: the 9 says "mobile" to callers from abroad; ten digits are one line with and without it (ENACOM numbering plan).
  { other: /^\+549(\d{10})$/, canonical: '+54$1', shape: /^\+54(\d{10})$/, spelt: '+549$1' },
];
