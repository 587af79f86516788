import { type ContactAddress, sameAddress } from '../domain/contact';
import { digitsOf, type PhoneNumber } from '../domain/ids';
import { withPlus } from '../domain/text/phoneDoubt';

/**
 * A number of ours that a provider writes without its plus sign, spelled as the settings keep what an admin typed: E.164 with
 * the plus sign; a short code (up to 8 digits) or a name as it is. Two spellings would be two numbers.
 */
export const receiverOf = (raw: string): string => withPlus(raw);

/**
 * The same of an event that never has a plus sign: 7 or 8 digits may be a short code, or a whole number of a small country
 * (+683 and 4 digits). Only the numbers we have can tell.
 */
export function namedReceiver(raw: string): { readonly receiver: string; readonly mayLackPlus?: true } {
  const receiver = receiverOf(raw);
  return { receiver, ...(/^[1-9]\d{6,7}$/.test(receiver) && { mayLackPlus: true }) };
}

/** Phone first: a message to a phone number reaches every client. Of the candidates only user ids count, each once. */
export function addressesOf(phone: PhoneNumber | undefined, candidates: readonly string[]): ContactAddress[] {
  const found: ContactAddress[] = [
    ...(phone ? [{ kind: 'phone' as const, phone }] : []),
    ...candidates.filter(isUserId).map((userId) => ({ kind: 'whatsapp-user' as const, userId })),
  ];
  return found.filter((address, index) => found.findIndex((one) => sameAddress(one, address)) === index);
}

/** With its country code no phone number is shorter: what is, is a short code, however a provider spells it. */
const FEWEST_DIGITS = 7;
/** Names have up to 11 characters (3GPP TS 23.040, 9.1.2.5). */
const FIRST_CHARACTERS = /^.{1,20}/u;

/**
 * Who sent an SMS: a phone number, or a name or short number that nobody can answer: no provider documents a way, Twilio says that
 * there is none (https://www.twilio.com/docs/api/errors/21265, read 2026-11). Whatever stands there, nothing is lost for
 * it, and nothing is sent to a number that only looks like one. Undefined only where nothing stands there.
 */
export function smsSender(phone: PhoneNumber | undefined, raw: string | undefined): ContactAddress | undefined {
  if (phone && digitsOf(phone).length >= FEWEST_DIGITS) return { kind: 'phone', phone };
  const shown = (raw ?? '').replace(/[^\p{L}\p{N} &.,'_-]+/gu, ' ').trim();
  const sender = FIRST_CHARACTERS.exec(shown)?.[0].trim() ?? '';
  return sender === '' ? undefined : { kind: 'sender', sender };
}

/** `US.13491208655302741918`: never a number, never another prefix. */
const isUserId = (raw: string): boolean => /^[A-Za-z]{2}\.[A-Za-z0-9.]{1,160}$/.test(raw);
