import { factsKey, factsOf } from '../../src/domain/facts';
import { aConversation, ANAS_PHONE, aThreadWith, NOW, NUMBER } from '../support/builders';

const { head } = aThreadWith();

test('the facts say channel, state, whom it waits for, whether it is unread and when the window ends', () => {
  expect(factsOf(head, aConversation(), NOW)).toEqual({
    channel: 'whatsapp',
    state: 'active',
    waitingOn: 'agent',
    unread: 'yes',
    windowEnds: '2026-11-17T08:59:00.000Z',
  });
});

test('on SMS no window ends', () => {
  const conversation = aConversation({ route: { channel: 'sms', number: NUMBER, address: ANAS_PHONE } });
  expect(factsOf(head, conversation, NOW)).not.toHaveProperty('windowEnds');
});

test('the state changes with every fact, but with the window only by the hour', () => {
  const facts = factsOf(head, aConversation(), NOW);
  const key = factsKey(facts);
  expect(factsKey({ ...facts, windowEnds: '2026-11-17T08:01:00.000Z' })).toBe(key);
  expect(factsKey({ ...facts, windowEnds: '2026-11-17T09:00:00.000Z' })).not.toBe(key);
  expect(factsKey({ ...facts, unread: 'no' })).not.toBe(key);
  expect(factsKey({ ...facts, waitingOn: 'customer' })).not.toBe(key);
  expect(factsKey({ ...facts, state: 'closed' })).not.toBe(key);
  expect(factsKey({ ...facts, channel: 'sms' })).not.toBe(key);
});
