import { asAccountId, type PhoneNumber } from '../../../src/domain/ids';
import type { ContactAddress } from '../../../src/domain/contact';
import { orderRefusal } from '../../../src/domain/rules/orders';
import type { Thread } from '../../../src/domain/thread';
import {
  aMoment,
  aThread,
  after,
  ANAS_PHONE,
  aThreadWith,
  BEN,
  FIRST,
  NOW,
  OTHER_NUMBER,
  SECOND,
  theActive,
} from '../../support/builders';
import { aComment, aCustomerMessage, aStatus } from '../../support/eventBuilders';

const user = (userId: string): ContactAddress => ({ kind: 'whatsapp-user', userId });
const from = (userId: string, more = {}) =>
  aCustomerMessage({ addresses: [ANAS_PHONE, user(userId)], name: `Owner of ${userId}`, ...more });

/** Ana, known by phone and user id, whose request is SUP-1. */
const anas = (): Thread => after(aThreadWith(), from('HR.1'));
const strangers = (): Thread => after(anas(), from('HR.2'));

test('A3 a phone that was handed on begins a conversation of its own, linked to nothing', () => {
  const thread = strangers();
  expect(theActive(thread)).toMatchObject({ id: SECOND, messages: 1 });
  expect(theActive(thread)).not.toHaveProperty('follows');
  expect(thread.conversations[FIRST]).toMatchObject({ state: 'closed', closed: { source: 'provider', beside: true } });
  expect(thread.head.lanes.jira.queue).toContainEqual(
    expect.objectContaining({ kind: 'remark', remark: 'other-owner', conversation: FIRST }),
  );
});

test('A3 the stranger has neither the name nor the customer nor the consent of the one before', () => {
  const known = aThreadWith(
    {},
    {
      contact: { ...aThreadWith().contact, consent: { source: 'form', by: BEN, at: NOW } },
    },
  );
  const { contact } = after(known, from('HR.1'), from('HR.2'));
  expect(contact).toMatchObject({ name: 'Owner of HR.2', addresses: [ANAS_PHONE, user('HR.2')], owner: 1 });
  expect(contact).not.toHaveProperty('customer');
  expect(contact).not.toHaveProperty('consent');
});

test('A3 the stranger is not blocked from a request of the owner before', () => {
  const thread = strangers();
  const block = { kind: 'contact-block', conversation: FIRST, agent: BEN, blocked: true } as const;
  expect(after(thread, block)).toBe(thread);
});

test('A3 nothing is sent to the stranger in what was said before, and nothing of it comes back', () => {
  const thread = strangers();
  const commented = after(thread, aComment({ conversation: FIRST, createdAt: NOW - 1 }));
  const row = Object.values(commented.messages).find(({ direction }) => direction === 'outbound');
  expect(row).toMatchObject({ delivery: { status: 'failed', failure: { reason: 'other-owner' } } });

  const conversation = thread.conversations[FIRST];
  if (!conversation) throw new Error('the old conversation is not there');
  const order = { kind: 'reopen', pauseOther: true } as const;
  expect(orderRefusal({ thread, conversation }, order, aMoment())).toBe('other-owner');
  const left = after(thread, aStatus(true, { at: NOW + 1 }), aStatus(false, { at: NOW + 2 }));
  expect(theActive(left).id).toBe(SECOND);
});

test('A3 the same user, or one without an id, is nobody else', () => {
  const thread = after(anas(), from('HR.1'), aCustomerMessage());
  expect(theActive(thread)).toMatchObject({ id: FIRST, messages: 4 });
  expect(thread.contact.customer).toEqual({ kind: 'account', accountId: asAccountId('customer-ana') });
});

test('A3 another business number may know the same person by another id', () => {
  const thread = after(anas(), from('HR.9', { number: OTHER_NUMBER }));
  expect(theActive(thread)).toMatchObject({ id: FIRST, messages: 3 });
});

describe('A3 where another project was shown that the phone was handed on', () => {
  const known = anas();
  const elsewhere = { ...known, contact: { ...known.contact, owner: 1, addresses: [ANAS_PHONE, user('HR.2')] } };

  test('an agent’s answer reaches nobody: the conversation is the former owner’s', () => {
    const thread = after(elsewhere, aComment());
    const row = Object.values(thread.messages).find(({ direction }) => direction === 'outbound');
    expect(row).toMatchObject({ delivery: { status: 'failed', failure: { reason: 'other-owner' } } });
    expect(thread.head).toMatchObject({ active: {}, former: 1, owner: 1 });
  });

  test('it ends once, and the stranger’s own conversation goes on', () => {
    const thread = after(elsewhere, aCustomerMessage({ at: NOW + 1 }), aCustomerMessage({ at: NOW + 2 }));
    expect(thread.conversations[FIRST]).toMatchObject({ state: 'closed' });
    expect(theActive(thread)).toMatchObject({ id: SECOND, messages: 2 });
  });

  test('a head that never had a conversation has nothing to end', () => {
    const { head } = aThread();
    const fresh = after({ ...elsewhere, head, conversations: {}, messages: {} }, aCustomerMessage());
    expect(theActive(fresh)).toMatchObject({ id: FIRST });
    expect(after(fresh, aComment()).head.active).not.toEqual({});
  });

  test('a head that ended by itself, stored before owners were counted, does not end again', () => {
    const { owner: _, ...head } = strangers().head;
    const thread = { ...strangers(), head };
    expect(theActive(after(thread, aCustomerMessage()))).toMatchObject({ id: SECOND, messages: 2 });
  });
});

test('A3 a contact that learned of its new owner in another project forgets nothing twice', () => {
  const phone: ContactAddress = { kind: 'phone', phone: '+385991903327' as PhoneNumber };
  const contact = { ...anas().contact, addresses: [phone, user('HR.2')], owner: 1, name: 'Owner of HR.2' };
  const thread = after({ ...anas(), contact }, from('HR.2'));
  expect(theActive(thread).id).toBe(SECOND);
  expect(thread.contact).toMatchObject({ owner: 1, customer: { kind: 'account' } });
});
