import { after, anOutbound, aThreadWith, FIRST, NOW, OTHER_NUMBER, theActive } from '../../support/builders';
import { aCustomerMessage, aStaffMessage } from '../../support/eventBuilders';
import { queuedAt } from '../../../src/domain/delivery';
import { messageKey } from '../../../src/domain/ids';
import type { OutboundMessage } from '../../../src/domain/message';

const kindsOf = (thread: ReturnType<typeof aThreadWith>) =>
  Object.values(thread.head.lanes).flatMap(({ queue }) => queue.map(({ kind }) => kind));

test('what staff wrote on the phone is a row nobody sends, and an answer', () => {
  const thread = after(aThreadWith({ waitingOn: 'agent', unread: true }), aStaffMessage());
  const active = theActive(thread);
  expect(active).toMatchObject({ waitingOn: 'customer', unread: false, answeredAt: NOW, firstAnswer: { at: NOW } });
  expect(active.firstAnswer).not.toHaveProperty('by');
  expect(thread.messages[messageKey(FIRST, active.messages)]).toMatchObject({
    direction: 'outbound',
    via: 'phone',
    author: { kind: 'staff' },
    content: { text: 'I am at your door' },
    delivery: { status: 'sent' },
  });
  expect(kindsOf(thread)).not.toContain('send-message');
});

test('it ends the description and is copied into Jira', () => {
  const thread = after(aThreadWith(), aStaffMessage());
  expect(theActive(thread).answered).toBe(theActive(thread).messages);
  expect(kindsOf(thread)).toContain('mirror');
});

test('told again it changes nothing', () => {
  const told = aStaffMessage();
  const thread = after(aThreadWith(), told);
  expect(after(thread, told)).toBe(thread);
});

test('one that comes after the customer wrote again leaves it the agents’ turn', () => {
  const asked = after(aThreadWith(), aCustomerMessage({ at: NOW }));
  const thread = after(asked, aStaffMessage({ at: NOW - 60_000 }));
  expect(theActive(thread)).toMatchObject({ waitingOn: 'agent', unread: true });
});

test('to somebody without an active conversation it opens none', () => {
  const { head, ...rest } = aThreadWith();
  const thread = { ...rest, head: { ...head, active: {} } };
  expect(after(thread, aStaffMessage())).toBe(thread);
});

test('a reaction of staff is no answer', () => {
  const asked = after(aThreadWith(), aCustomerMessage());
  const content = { kind: 'reaction', target: 'wamid.1', emoji: '👍' } as const;
  const thread = after(asked, aStaffMessage({ content }));
  expect(theActive(thread)).toMatchObject({ waitingOn: 'agent', messages: theActive(asked).messages + 1 });
});

test('a file that staff sent is fetched onto the request', () => {
  const content = { kind: 'media', media: { kind: 'image', providerId: 'media-1' } } as const;
  expect(kindsOf(after(aThreadWith(), aStaffMessage({ content })))).toContain('attach');
});

describe('a provider that does not give back what tells our own messages', () => {
  const words = { kind: 'text', text: 'On my way' } as const;
  const threadWith = (more: Partial<OutboundMessage>) => {
    const thread = aThreadWith({ messages: 2, mirrored: 2 });
    const ours = anOutbound({ content: words, ...more });
    return { ...thread, messages: { ...thread.messages, [ours.key]: ours } };
  };

  test('an echo of what OmniChat sent is no second row', () => {
    const thread = threadWith({ providerId: 'wamid.ours' });
    expect(after(thread, aStaffMessage({ providerId: 'wamid.ours', content: words }))).toBe(thread);
  });

  test('one that comes before the answer to the send is known by its words', () => {
    const thread = threadWith({});
    expect(after(thread, aStaffMessage({ content: words }))).toBe(thread);
  });

  const failure = { reason: 'refused' } as const;
  test.each<[string, Partial<OutboundMessage>]>([
    ['was sent long ago', { providerId: 'wamid.other' }],
    ['failed', { delivery: { ...queuedAt(0), status: 'failed', failure } }],
    ['goes through another number', { number: OTHER_NUMBER }],
    ['says something else', { content: { kind: 'text', text: 'Tomorrow' } }],
  ])('what staff wrote stays a row of its own where what OmniChat has %s', (_, more) => {
    const thread = threadWith(more);
    expect(theActive(after(thread, aStaffMessage({ content: words }))).messages).toBe(3);
  });
});
