import { isAmong, type ContactAddress } from '../domain/contact';
import type { ContactId, ProjectId } from '../domain/ids';
import { addressSpellings, canonicalAddress } from '../domain/phoneSpellings';
import { installationKey } from '../storage/installation';
import { contactIdOf } from '../storage/keys';
import { addressesOf, contactsOfHeads, pointTo, type HeadKey } from '../storage/threads';
import type { App } from './call';

export type Addresses = readonly [ContactAddress, ...ContactAddress[]];

/** So often an address is looked up again that somebody else made known meanwhile. */
const TRIES = 3;

/**
 * The head of whoever has these addresses, however a phone is spelt; who is known by a spelling stays known by it. Where a payload shows two, both lead to the head
 * that is there already; the provider's word is proof enough that they are one person. Two heads that are there stay
 * apart, and the WhatsApp user id says which is meant: it cannot be handed on to a stranger as a phone number can.
 */
export async function headKeyOf(app: App, project: ProjectId, addresses: Addresses): Promise<HeadKey> {
  const search = await searchFor(app, project, addresses);
  const [only] = search.sought.flatMap(({ ids }) => ids);
  const isPlain = search.sought.length === 1 && search.sought[0]?.ids.length === 1;
  if (only && isPlain) return { project, contact: only };
  return { project, contact: await join(search) };
}

/** The heads of everybody who is known by one of these addresses, by the WhatsApp user id first. Creates none. */
export async function headsOf(app: App, project: ProjectId, addresses: Addresses): Promise<readonly HeadKey[]> {
  const owners = await ownersIn(await searchFor(app, project, addresses));
  const known = new Set(owners.filter((owner) => owner !== undefined));
  return [...known].map((contact) => ({ project, contact }));
}

/** From now on these addresses lead to a head that is there already; one that somebody is known by leads there still. */
export async function leadTo(app: App, { project, contact }: HeadKey, addresses: Addresses): Promise<void> {
  const search = await searchFor(app, project, addresses);
  const owners = ownerIn(search, await ownersIn(search));
  await Promise.all(
    search.sought
      .filter((one) => !owners(one) && one.fresh !== contact)
      .map(({ fresh }) => pointTo(app.ports.store, { project, contact: fresh }, contact)),
  );
}

/** An address: the contact ids it may be known by, and the one it gets where nobody knows it. */
type Sought = {
  readonly addresses: readonly ContactAddress[];
  readonly ids: readonly ContactId[];
  readonly fresh: ContactId;
};
type Search = { readonly app: App; readonly project: ProjectId; readonly sought: readonly Sought[] };
type Owners = readonly (ContactId | undefined)[];

async function searchFor(app: App, project: ProjectId, addresses: Addresses): Promise<Search> {
  const secret = await installationKey(app.ports);
  const idOf = (address: ContactAddress) => contactIdOf(secret, address);
  const sought = usersFirst(addresses).map((address) => ({
    addresses: addressSpellings(address),
    ids: addressSpellings(address).map(idOf),
    fresh: idOf(canonicalAddress(address)),
  }));
  return { app, project, sought };
}

const idsIn = ({ sought }: Search): readonly ContactId[] => sought.flatMap(({ ids }) => ids);

const ownersIn = (search: Search): Promise<Owners> =>
  contactsOfHeads(
    search.app.ports.store,
    idsIn(search).map((contact) => ({ project: search.project, contact })),
  );

function ownerIn(search: Search, owners: Owners): (one: Sought) => ContactId | undefined {
  const ids = idsIn(search);
  return (one) => owners.find((owner, index) => owner && one.ids.some((id) => id === ids[index]));
}

async function join(search: Search, tries = TRIES): Promise<ContactId> {
  const { app, project, sought } = search;
  const ownerOf = ownerIn(search, await ownersIn(search));
  const owner = sought.map(ownerOf).find((one) => one !== undefined);
  const stranger = owner && (await strangerTo(search, { owner, isKnown: (one) => ownerOf(one) !== undefined }));
  const contact = stranger ?? owner ?? sought.at(-1)?.fresh;
  if (!contact) throw new Error('a contact without an address');
  const unknown = sought.filter((one) => !ownerOf(one) && one.fresh !== contact);
  const { store } = app.ports;
  const pointed = await Promise.all(unknown.map(({ fresh }) => pointTo(store, { project, contact: fresh }, contact)));
  return pointed.every(Boolean) || tries <= 1 ? contact : join(search, tries - 1);
}

type Owned = { readonly owner: ContactId; readonly isKnown: (one: Sought) => boolean };

/** A user nobody knows at a phone whose owner, as the provider told, has another one now: somebody else, from the first word on. */
async function strangerTo({ app, sought }: Search, { owner, isKnown }: Owned): Promise<ContactId | undefined> {
  const [user, phone] = sought;
  if (user?.addresses[0]?.kind !== 'whatsapp-user' || !phone || isKnown(user)) return undefined;
  const addresses = await addressesOf(app.ports.store, owner);
  const hasLeft = addresses.length > 0 && !phone.addresses.some((address) => isAmong(addresses, address));
  return hasLeft ? user.fresh : undefined;
}

const usersFirst = (addresses: Addresses): readonly ContactAddress[] =>
  addresses.toSorted((one, other) => Number(one.kind === 'phone') - Number(other.kind === 'phone'));
