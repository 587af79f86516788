import type { ContactAddress } from '../domain/contact';
import type { ConversationEvent } from '../domain/event';
import { headOf, parseMessageKey, type ContactId, type ProjectId } from '../domain/ids';
import type { BusinessNumber } from '../domain/settings';
import type { ProviderEvent } from '../providers/provider';
import { installationKey } from '../storage/installation';
import { contactIdOf, originHash } from '../storage/keys';
import { contactsOfHeads, pointTo, type HeadKey } from '../storage/threads';
import type { App } from './call';

export type Inbound = { readonly key: HeadKey; readonly event: ConversationEvent };

/** A provider's event in our words, with the head it concerns. Undefined for a report about a message that is none of ours. */
export async function inboundEvent(
  app: App,
  event: ProviderEvent,
  number: BusinessNumber,
): Promise<Inbound | undefined> {
  const at = Math.min(event.at ?? app.ports.clock.now(), app.ports.clock.now());
  if (event.kind === 'report') return reportEvent(event, number, at);
  const key = await headKeyOf(app, number.project, event.from);
  if (event.kind === 'closed')
    return { key, event: { kind: 'provider-closed', channel: event.channel, number: number.id, at } };
  const [address] = event.from;
  return {
    key,
    event: {
      kind: 'customer-message',
      origin: originHash(number.id, event.providerId),
      providerId: event.providerId,
      channel: event.channel,
      number: number.id,
      address,
      addresses: event.from,
      ...(event.name !== undefined && { name: event.name }),
      content: event.content,
      ...(event.quotes !== undefined && { quotes: event.quotes }),
      ...(event.keyword !== undefined && { keyword: event.keyword }),
      at,
    },
  };
}

function reportEvent(
  event: Extract<ProviderEvent, { kind: 'report' }>,
  number: BusinessNumber,
  at: number,
): Inbound | undefined {
  const message = event.key === undefined ? undefined : parseMessageKey(event.key);
  if (!message) return undefined;
  const { key: messageKey } = message;
  const { status, failure, providerId } = event;
  return {
    key: headOf(message.conversation),
    event: {
      kind: 'report',
      message: messageKey,
      number: number.id,
      status,
      providerId,
      at,
      ...(failure && { failure }),
    },
  };
}

/**
 * The head of a contact. Where the payload shows two addresses, both lead to the head that is there already, or to that
 * of the first; the provider's word is proof enough that they are one person.
 */
async function headKeyOf(
  app: App,
  project: ProjectId,
  addresses: readonly [ContactAddress, ...ContactAddress[]],
): Promise<HeadKey> {
  const secret = await installationKey(app.ports);
  const [first, ...others] = addresses.map((address) => contactIdOf(secret, address));
  if (!first) throw new Error('a contact without an address');
  return { project, contact: others.length === 0 ? first : await joined(app, project, [first, ...others]) };
}

async function joined(
  { ports }: App,
  project: ProjectId,
  ids: readonly [ContactId, ...ContactId[]],
): Promise<ContactId> {
  const heads = await contactsOfHeads(
    ports.store,
    ids.map((contact) => ({ project, contact })),
  );
  const contact = heads.find((known) => known !== undefined) ?? ids[0];
  const strangers = ids.filter((id, index) => heads[index] === undefined && id !== contact);
  await Promise.all(strangers.map((id) => pointTo(ports.store, { project, contact: id }, contact)));
  return contact;
}
