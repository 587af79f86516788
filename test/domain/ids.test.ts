import fc from 'fast-check';
import {
  asAccountId,
  asContactId,
  asConversationId,
  asProjectId,
  conversationId,
  headOf,
  messageKey,
  parseMessageKey,
  parsePhoneNumber,
} from '../../src/domain/ids';
import { CONTACT, FIRST, PROJECT } from '../support/builders';

const projects = fc.integer({ min: 1, max: 9_999_999 }).map((id) => asProjectId(String(id)));
const contacts = fc
  .string({ unit: fc.constantFrom(...'0123456789abcdef'.split('')), minLength: 32, maxLength: 32 })
  .map(asContactId);

test('a conversation’s id says which head it belongs to', () => {
  fc.assert(
    fc.property(projects, contacts, fc.integer({ min: 1 }), (project, contact, ordinal) => {
      expect(headOf(conversationId(project, contact, ordinal))).toEqual({ project, contact });
    }),
  );
});

test('a message’s key survives the way to the provider and back', () => {
  fc.assert(
    fc.property(projects, contacts, fc.integer({ min: 1, max: 99_999_999 }), (project, contact, sequence) => {
      const conversation = conversationId(project, contact, 3);
      const key = messageKey(conversation, sequence);
      expect(parseMessageKey(key)).toEqual({ key, conversation, sequence });
    }),
  );
});

test('keys of one conversation sort as its messages follow each other', () => {
  expect([10, 9, 100_000, 1].map((sequence) => messageKey(FIRST, sequence)).sort()).toEqual(
    [1, 9, 10, 100_000].map((sequence) => messageKey(FIRST, sequence)),
  );
});

test.each(['', 'hello', FIRST, `${FIRST}:1`, `x${FIRST}:000001`, `${FIRST}:000001/../x`, '1.2.3:000001'])(
  '%j is none of our message keys',
  (raw) => {
    expect(parseMessageKey(raw)).toBeUndefined();
  },
);

test('anything may be asked whether it is a message key', () => {
  fc.assert(fc.property(fc.string(), (raw) => void parseMessageKey(raw)));
});

test.each(['+491701234567', '+38591', '+123456789012345'])('S2-41 %s is a phone number', (raw) => {
  expect(parsePhoneNumber(raw)).toBe(raw);
});

test.each(['491701234567', '+0491701', '+12', '+1234567890123456', '+49 170', '+49170\n', ''])(
  'S2-41 %j is no phone number',
  (raw) => {
    expect(parsePhoneNumber(raw)).toBeUndefined();
  },
);

test.each([
  ['project', () => asProjectId('10 001')],
  ['contact', () => asContactId('xyz')],
  ['conversation', () => asConversationId(`${PROJECT}.${CONTACT}`)],
  ['account', () => asAccountId('a/b')],
  ['head', () => headOf('nonsense' as never)],
])('a malformed id of a %s is refused at once', (_, read) => {
  expect(read).toThrow();
});
