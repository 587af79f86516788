import fc from 'fast-check';
import { headKeyOf, type Addresses } from '../../src/app/headKeyOf';
import type { Contact, ContactAddress } from '../../src/domain/contact';
import { asProjectId, parsePhoneNumber, type ContactId } from '../../src/domain/ids';
import { installationKey } from '../../src/storage/installation';
import { contactIdOf, contactRef } from '../../src/storage/keys';
import { entityValue, loadThread, NOTHING } from '../../src/storage/threads';
import { leavePlatform } from '../forge/onPlatform';
import { openSettings } from './settings/admin';

afterEach(leavePlatform);

const PROJECT = asProjectId('10000');
const phone = (raw: string): ContactAddress => {
  const read = parsePhoneNumber(raw);
  if (!read) throw new Error(`not a phone number: ${raw}`);
  return { kind: 'phone', phone: read };
};
const user = (userId: string): ContactAddress => ({ kind: 'whatsapp-user', userId });

/** Who payloads turn out to be, one after the other; each leaves its head behind as a turn does. */
function people() {
  const { app, ports } = openSettings();
  const who = async (...addresses: Addresses) => {
    const key = await headKeyOf(app, PROJECT, addresses);
    return (await loadThread(ports.store, key, NOTHING)).thread.head.contact;
  };
  const idOf = async (address: ContactAddress) => contactIdOf(await installationKey(ports), address);
  /** Somebody stored by a version that knew a phone by the spelling it came in. */
  const knownAs = async (address: ContactAddress) => {
    const key = { project: PROJECT, contact: await idOf(address) };
    return (await loadThread(ports.store, key, NOTHING)).thread.head.contact;
  };
  /** The provider told which addresses somebody has now. */
  const tell = (id: ContactId, addresses: readonly ContactAddress[]) => {
    const contact: Contact = { version: 1, rev: 1, id, addresses };
    return ports.store.put(contactRef(id), entityValue(contact));
  };
  return { who, idOf, knownAs, tell };
}

test('A3 the same mobile with and without Brazil’s ninth digit is one contact', async () => {
  const { who } = people();
  expect(await who(phone('+551187654321'))).toBe(await who(phone('+5511987654321')));
});

test.each([
  [phone('+551187654321'), phone('+5511987654321')],
  [phone('+5511987654321'), phone('+551187654321')],
])('A3 who was known by another spelling before stays who they are', async (old, fresh) => {
  const { who, knownAs } = people();
  const known = await knownAs(old);
  expect(await who(fresh)).toBe(known);
  expect(await who(old)).toBe(known);
});

test('A3 two heads that grew from two spellings each keep theirs', async () => {
  const { who, knownAs } = people();
  const short = await knownAs(phone('+551187654321'));
  const long = await knownAs(phone('+5511987654321'));
  expect([await who(phone('+551187654321')), await who(phone('+5511987654321'))]).toEqual([short, long]);
});

test('A3 a phone learned later leads to the WhatsApp user who was there before', async () => {
  const { who } = people();
  const first = await who(user('DE.1'));
  expect(await who(phone('+491701234567'), user('DE.1'))).toBe(first);
  expect(await who(phone('+491701234567'))).toBe(first);
});

test('A3 a user id learned later leads to the phone that was there before', async () => {
  const { who } = people();
  const first = await who(phone('+491701234567'));
  expect(await who(phone('+491701234567'), user('DE.1'))).toBe(first);
  expect(await who(user('DE.1'))).toBe(first);
});

test('A3 where both are there already each goes on where it was, and the user id says who writes', async () => {
  const { who } = people();
  const texting = await who(phone('+491701234567'));
  const chatting = await who(user('DE.1'));
  expect(await who(phone('+491701234567'), user('DE.1'))).toBe(chatting);
  expect(await who(phone('+491701234567'))).toBe(texting);
});

test('A3 whoever turns up at a phone that its owner left, as the provider told, is somebody else at once', async () => {
  const { who, tell } = people();
  const [old, fresh] = [phone('+491701234567'), phone('+491709999999')];
  const ana = await who(old, user('DE.1'));
  await tell(ana, [fresh, user('DE.1')]);

  const luka = await who(old, user('DE.2'));

  expect(luka).not.toBe(ana);
  expect([await who(fresh, user('DE.1')), await who(user('DE.1'))]).toEqual([ana, ana]);
  expect([await who(old, user('DE.2')), await who(user('DE.2'))]).toEqual([luka, luka]);
});

test('A3 a new user id at a phone that its owner still has is not somebody else by itself', async () => {
  const { who, tell } = people();
  const here = phone('+491701234567');
  const ana = await who(here, user('DE.1'));
  await tell(ana, [here, user('DE.1')]);
  expect(await who(here, user('DE.2'))).toBe(ana);
});

test('A3 a phone that nobody else has is known by its own id', async () => {
  const { who, idOf } = people();
  expect(await who(phone('+491701234567'))).toBe(await idOf(phone('+491701234567')));
});

test('A3 two first payloads at the same time make one person', async () => {
  const { who } = people();
  const [one, other] = await Promise.all([
    who(phone('+551187654321'), user('BR.1')),
    who(user('BR.1'), phone('+5511987654321')),
  ]);
  expect(one).toBe(other);
});

const PAYLOADS: readonly Addresses[] = [
  [phone('+551187654321')],
  [phone('+5511987654321')],
  [user('BR.1'), phone('+551187654321')],
  [phone('+5511987654321'), user('BR.1')],
  [user('BR.1')],
];

test('A3 whatever the order of payloads, once one shows both addresses nobody falls into two people', async () => {
  const proof = PAYLOADS.slice(2, 4);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...proof), fc.shuffledSubarray([...PAYLOADS]), async (first, others) => {
      leavePlatform();
      const { who } = people();
      const person = await who(...first);
      for (const payload of others) expect(await who(...payload)).toBe(person);
    }),
    { numRuns: 25 },
  );
});
