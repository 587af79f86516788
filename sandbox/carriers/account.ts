import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { HttpCall } from '../doors';
import type { BusinessNumber, CarrierParts, CarrierState, Channel, CustomerWish } from './carrier';

/** A carrier's account and what it lives in. */
export type Account = Omit<CarrierParts, 'state'> & { readonly id: string; readonly own: CarrierState };

/** Opens the account of a world; a new world gets one with credentials made from chance. */
export function openAccount(
  { state, ...parts }: CarrierParts,
  id: string,
  first: () => Pick<CarrierState, 'credentials' | 'numbers'>,
): Account {
  return { ...parts, id, own: isOpened(state) ? state : Object.assign(state, emptyAccount(), first()) };
}

const isOpened = (state: Partial<CarrierState>): state is CarrierState => state.credentials !== undefined;

const emptyAccount = () => ({
  webhook: {},
  lastInbound: {},
  optedOut: [],
  userIds: {},
  sent: [],
  outbox: [],
  switches: { copies: 0, lateRefusals: false },
});

const KEPT = 500;

/** Keeps and counts a request to the API. */
export function noteRequest({ own, ledger, agenda, id }: Account, call: HttpCall): void {
  own.outbox = [...own.outbox, { ...call, body: textOf(call) }].slice(-KEPT);
  ledger.record({ at: agenda.now(), kind: 'carrier', method: call.method, provider: id });
}

export const textOf = ({ body }: HttpCall): string =>
  typeof body === 'string' ? body : new TextDecoder().decode(body);

export const lineOf = (phone: string, receiver: string): string => `${phone}|${receiver}`;

// https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages (read 2026-11)
const WINDOW_MS = 24 * 60 * 60 * 1000;

/** WhatsApp's service window, from this carrier's own record. SMS has none: ask only for WhatsApp. */
export function isWindowOpen({ own, agenda }: Account, phone: string, receiver: string): boolean {
  const last = own.lastInbound[lineOf(phone, receiver)];
  return last !== undefined && agenda.now() - last < WINDOW_MS;
}

/** A customer's message opens the window, or keeps it open: a late one never shortens it. */
export function noteInbound({ own }: Account, line: string, at: number): void {
  own.lastInbound[line] = Math.max(at, own.lastInbound[line] ?? 0);
}

/** @throws when the account has no such number on that channel. */
export function numberOf({ own, id }: Account, to: string, channel: Channel): BusinessNumber {
  const found = own.numbers.find((one) => one.number === to && one.channel === channel);
  if (!found) throw new Error(`${id} has no number ${to} for ${channel}`);
  return found;
}

/** The business-scoped user id of a WhatsApp user, made once: two letters, a dot and digits. */
export function userIdOf({ own, chance }: Account, phone: string): string {
  return (own.userIds[phone] ??= `${countryOf(phone)}.${digits(chance, 18)}`);
}

/**
 * Whoever changes the phone gets another user id with it; the old one is nobody's. Undefined where no user id of the phone was ever shown.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/changelog (2026-08-11, read 2026-11)
 */
export function withNewPhone(account: Account, from: string, to: string): { was: string; now: string } | undefined {
  const { [from]: was, ...others } = account.own.userIds;
  if (was === undefined) return undefined;
  account.own.userIds = others;
  return { was, now: userIdOf(account, to) };
}

export const phoneOfUser = ({ own }: Account, userId: string): string | undefined =>
  Object.entries(own.userIds).find(([, id]) => id === userId)?.[0];

export const countryOf = (phone: string): string => parsePhoneNumberFromString(phone)?.country ?? 'US';

export const isPhoneNumber = (raw: string): boolean => /^\+[1-9]\d{6,14}$/.test(raw);

/** Epoch milliseconds of a wish: its own time, else now. */
export function timeOf({ agenda }: Account, { at }: CustomerWish): number {
  if (at === undefined) return agenda.now();
  const time = new Date(at).getTime();
  if (Number.isNaN(time)) throw new Error(`not a time: ${at}`);
  return time;
}

/** A number as an account gives it out: no leading zero. */
export const digits = (chance: CarrierParts['chance'], length: number): string =>
  Array.from({ length }, (_, index) => String(index === 0 ? 1 + chance.below(9) : chance.below(10))).join('');

export const hex = (chance: CarrierParts['chance'], length: number): string =>
  Array.from({ length }, () => chance.below(16).toString(16)).join('');
