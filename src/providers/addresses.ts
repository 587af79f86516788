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

/**
 * Who sent an SMS: a phone number, or a name or short number that nobody can answer. Undefined for what is neither.
 * Names have up to 11 characters (3GPP TS 23.040, 9.1.2.5), short codes up to 8 digits.
 */
export function smsSender(phone: PhoneNumber | undefined, raw: string | undefined): ContactAddress | undefined {
  if (phone) return { kind: 'phone', phone };
  const sender = raw?.trim() ?? '';
  return /^[\p{L}\p{N}][\p{L}\p{N} &.,'_+-]{0,19}$/u.test(sender) && !/^\d{9,}$/.test(sender)
    ? { kind: 'sender', sender }
    : undefined;
}

/** `US.13491208655302741918`: never a number, never another prefix. */
const isUserId = (raw: string): boolean => /^[A-Za-z]{2}\.[A-Za-z0-9.]{1,160}$/.test(raw);
