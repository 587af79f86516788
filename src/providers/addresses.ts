import { type ContactAddress, sameAddress } from '../domain/contact';
import type { PhoneNumber } from '../domain/ids';

/** Phone first: a message to a phone number reaches every client. Of the candidates only user ids count, each once. */
export function addressesOf(phone: PhoneNumber | undefined, candidates: readonly string[]): ContactAddress[] {
  const found: ContactAddress[] = [
    ...(phone ? [{ kind: 'phone' as const, phone }] : []),
    ...candidates.filter(isUserId).map((userId) => ({ kind: 'whatsapp-user' as const, userId })),
  ];
  return found.filter((address, index) => found.findIndex((one) => sameAddress(one, address)) === index);
}

/** `US.13491208655302741918`: never a number, never another prefix. */
const isUserId = (raw: string): boolean => /^[A-Za-z]{2}\.[A-Za-z0-9.]{1,160}$/.test(raw);
