import fc from 'fast-check';
import type { ContactAddress } from '../../src/domain/contact';
import {
  asConversationId,
  asIssueId,
  asNumberId,
  asProjectId,
  messageKey,
  parseMessageKey,
  type PhoneNumber,
} from '../../src/domain/ids';
import {
  commentOrigin,
  contactIdOf,
  deadRef,
  draftOrigin,
  headRef,
  messageRef,
  numberIdOf,
  originHash,
  originRef,
  parseHeadKey,
  suppressionKey,
  suppressionRef,
} from '../../src/storage/keys';

const phone = (digits: string): ContactAddress => ({ kind: 'phone', phone: `+${digits}` as PhoneNumber });
const addresses = fc.oneof(
  fc.stringMatching(/^[1-9]\d{3,14}$/).map(phone),
  fc.string({ minLength: 1 }).map((userId): ContactAddress => ({ kind: 'whatsapp-user', userId })),
);
/** Forge KVS: 1 to 500 characters of these (forge.md 3.2). */
const allowed = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]{1,500}$/;
const key = 'k'.repeat(64);

test('every key made of anything people or providers send is one the platform accepts, and tells nothing of it', () => {
  fc.assert(
    fc.property(addresses, fc.string(), fc.string(), (address, provider, providerId) => {
      const contact = contactIdOf(key, address);
      const number = numberIdOf(provider, providerId);
      const conversation = asConversationId(`10000.${contact}.1`);
      const keys = [
        headRef(asProjectId('10000'), contact),
        originRef(originHash(number, providerId)),
        originRef(draftOrigin(conversation, providerId)),
        messageRef(messageKey(conversation, 1)),
        suppressionRef(suppressionKey(key, address)),
        deadRef(conversation, 'e1'),
      ].map((ref) => ref.key);
      const digits = address.kind === 'phone' ? address.phone.slice(1) : undefined;
      return keys.every((one) => allowed.test(one) && (!digits || digits.length < 8 || !one.includes(digits)));
    }),
  );
});

test('a contact is one contact per installation, and another one elsewhere', () => {
  const here = contactIdOf(key, phone('4915117607506'));

  expect(contactIdOf(key, phone('4915117607506'))).toBe(here);
  expect(contactIdOf('other'.repeat(10), phone('4915117607506'))).not.toBe(here);
  expect(contactIdOf(key, { kind: 'whatsapp-user', userId: '+4915117607506' })).not.toBe(here);
});

test('a suppression cannot be matched with its contact: erasing the contact leaves no trace of who it was', () => {
  expect(suppressionKey(key, phone('4915117607506'))).not.toBe(contactIdOf(key, phone('4915117607506')));
});

test('origins of different kinds and parts never meet', () => {
  const number = asNumberId('0'.repeat(20));
  const other = asNumberId('1'.repeat(20));
  const conversation = asConversationId(`10000.${'a'.repeat(32)}.1`);
  const origins = [
    originHash(number, 'wamid.1'),
    originHash(other, 'wamid.1'),
    originHash(number, 'wamid.2'),
    commentOrigin(asIssueId('10001'), '1'),
    commentOrigin(asIssueId('1000'), '11'),
    draftOrigin(conversation, 'wamid.1'),
  ];

  expect(new Set(origins).size).toBe(origins.length);
});

test('what lies between two parts cannot be moved from one to the other', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (one, two, three) => {
      fc.pre(two !== '');
      return numberIdOf(one + two, three) !== numberIdOf(one, two + three);
    }),
  );
});

test('the key of a head is read back as what it was made of', () => {
  const contact = contactIdOf(key, phone('4915117607506'));
  const project = asProjectId('10000');

  expect(parseHeadKey(headRef(project, contact).key)).toEqual({ project, contact });
  expect(() => parseHeadKey('message:1')).toThrow('not the key of a head');
});

test('keys of messages of one conversation sort in its order', () => {
  const conversation = asConversationId(`10000.${'a'.repeat(32)}.1`);
  const keys = [9, 10, 99, 100, 99_999].map((sequence) => messageKey(conversation, sequence));

  expect([...keys].sort()).toEqual(keys);
  expect(keys.map((one) => parseMessageKey(one)?.sequence)).toEqual([9, 10, 99, 100, 99_999]);
});
