import type { ContactAddress } from '../../domain/contact';
import { parsePhoneNumber } from '../../domain/ids';
import { addressesOf } from '../addresses';
import type { ProviderEvent } from '../providerEvent';
import { epochMs, System, UserIdUpdate, type InboundMessage, type Metadata, type Person } from './payloads';

type Identity = Extract<ProviderEvent, { kind: 'identity' }>;

/** Meta writes numbers without the plus sign, in lists also with spaces and dashes. What has letters is none: a user id may stand there. */
export const e164 = (raw: string | undefined) =>
  raw !== undefined && /^[\d\s()+-]+$/.test(raw) ? parsePhoneNumber(`+${raw.replace(/\D/g, '')}`) : undefined;

/** The phone and the user id that Meta names in two fields, or the one that stands in the place of the other. */
export const addressesFrom = (raw: string | undefined, userId: string | undefined): ContactAddress[] =>
  addressesOf(e164(raw), [userId ?? '', raw ?? '']);

/** Who wrote a message, by its own fields and by the person beside it. */
export function sendersOf({ from, from_user_id }: InboundMessage, person: Person | undefined): ContactAddress[] {
  const phone = e164(from) ?? e164(person?.wa_id);
  return addressesOf(phone, [from_user_id ?? person?.user_id ?? '', from ?? '']);
}

// system.type of messages that tell of new addresses (Meta, system messages and business-scoped user ids, read 2026-11).
const CHANGES = ['user_changed_number', 'customer_changed_number', 'user_changed_user_id'];

/** The system message that somebody changed their phone or user id; any other tells nothing about addresses. */
export function identityOf(message: InboundMessage, metadata: Metadata, person: Person | undefined): Identity | string {
  const system = System.safeParse(message.system);
  if (!system.success || !CHANGES.includes(system.data.type ?? '')) return 'system message';
  const { wa_id, user_id, previous_user_id } = system.data;
  const was = addressesFrom(message.from, previous_user_id ?? message.from_user_id ?? person?.user_id);
  return identity(was, addressesFrom(wa_id, user_id), { metadata, timestamp: message.timestamp });
}

/** An entry of the field `user_id_update`, which Meta sent until system messages named both user ids (changelog of 2026-08-11, read 2026-11). */
export function userIdUpdate(raw: unknown, metadata: Metadata): Identity | string {
  const update = UserIdUpdate.safeParse(raw);
  if (!update.success) return 'unreadable user id update';
  const { wa_id, user_id, timestamp } = update.data;
  const was = addressesFrom(undefined, user_id.previous);
  return identity(was, addressesFrom(wa_id, user_id.current), { metadata, timestamp });
}

type Told = { readonly metadata: Metadata; readonly timestamp: InboundMessage['timestamp'] };

function identity(
  [was, ...others]: readonly ContactAddress[],
  [now, ...more]: readonly ContactAddress[],
  { metadata, timestamp }: Told,
): Identity | string {
  if (!was || !now) return 'change of an unknown address';
  const at = epochMs(timestamp);
  return {
    kind: 'identity',
    receiver: metadata.phone_number_id,
    channel: 'whatsapp',
    was: [was, ...others],
    now: [now, ...more],
    ...(at !== undefined && { at }),
  };
}
