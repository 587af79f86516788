import { decide } from '../../../src/domain/decide';
import { messageKey } from '../../../src/domain/ids';
import {
  aContact,
  aConversation,
  after,
  ANAS_PHONE,
  aThread,
  aThreadWith,
  at,
  effectsIn,
  FIRST,
  NOW,
  NUMBER,
  OTHER_NUMBER,
  REQUEST,
  SECOND,
  theActive,
  aMoment,
} from '../../support/builders';
import { aCustomerMessage, aReaction } from '../../support/eventBuilders';

const CLOSED = { state: 'closed', closed: { at: NOW - 1_000, source: 'user' } } as const;

test('S1-01 S0-02 a stranger’s first message opens a conversation and asks for a customer and a request', () => {
  const thread = after(aThread({ contact: aContact({ customer: undefined } as never) }), aCustomerMessage());

  expect(theActive(thread)).toEqual({
    version: 1,
    id: FIRST,
    slot: 'customer',
    state: 'active',
    openedAt: NOW,
    route: { channel: 'whatsapp', number: NUMBER, address: ANAS_PHONE },
    messages: 1,
    mirrored: 0,
    copy: { phase: 'description' },
    waitingOn: 'agent',
    unread: true,
    tally: { inbound: 1, outbound: 0, reopened: 0 },
    dead: [],
  });
  expect(thread.messages[messageKey(FIRST, 1)]).toMatchObject({
    sequence: 1,
    direction: 'inbound',
    content: { kind: 'text', text: 'The printer is on fire' },
    at: NOW,
  });
  expect(effectsIn(thread, 'jira')).toEqual(['ensure-customer', 'create-request']);
  expect(effectsIn(thread, 'phone')).toEqual([]);
});

test('a contact whom Jira knows needs no new customer', () => {
  expect(effectsIn(after(aThread(), aCustomerMessage()), 'jira')).toEqual(['create-request']);
});

test('where the app had to be the reporter before, a new conversation tries again', () => {
  const contact = aContact({ customer: { kind: 'app', reason: 'forbidden' } });
  expect(effectsIn(after(aThread({ contact }), aCustomerMessage()), 'jira')).toEqual([
    'ensure-customer',
    'create-request',
  ]);
});

test('S0-05 further messages before the request exists wait for the same creation', () => {
  const thread = after(aThread(), aCustomerMessage(), aCustomerMessage(), aCustomerMessage());
  expect(theActive(thread).messages).toBe(3);
  expect(effectsIn(thread, 'jira')).toEqual(['create-request']);
});

test('a message in a running conversation is copied after three seconds, a burst once', () => {
  const thread = after(aThreadWith(), aCustomerMessage(), aCustomerMessage());
  const mirrors = thread.head.lanes.jira.queue.filter(({ kind }) => kind === 'mirror');
  expect(mirrors).toEqual([expect.objectContaining({ notBefore: NOW + 3_000 })]);
});

test('a repeated message changes nothing, not even the reference', () => {
  const message = aCustomerMessage();
  const thread = after(aThread(), message);
  expect(after(thread, message)).toBe(thread);
});

test('a message known only by the head’s marks is a repeated one too', () => {
  const message = aCustomerMessage();
  const thread = { ...after(aThread(), message), origins: {} };
  expect(after(thread, message)).toBe(thread);
});

test('S0-06 the answer goes back to the number and channel the customer wrote from last', () => {
  const thread = after(aThreadWith(), aCustomerMessage({ channel: 'sms', number: OTHER_NUMBER }));
  expect(theActive(thread).route).toEqual({ channel: 'sms', number: OTHER_NUMBER, address: ANAS_PHONE });
});

test('S0-21 X7 a message after closing opens a new conversation whose request is linked to the last', () => {
  const thread = after(aThreadWith(CLOSED), aCustomerMessage());
  expect(theActive(thread)).toMatchObject({ id: SECOND, follows: REQUEST });
  expect(effectsIn(thread, 'jira')).toEqual(['create-request', 'link-request']);
});

test.each([
  ['a reaction', aReaction()],
  ['an edit', aCustomerMessage({ content: { kind: 'edit', target: 'x', text: 'y' } })],
  ['a deletion', aCustomerMessage({ content: { kind: 'deletion', target: 'x' } })],
  ['a bare STOP', aCustomerMessage({ text: 'STOP' })],
  ['a bare START', aCustomerMessage({ text: 'start' })],
  ['a bare HELP', aCustomerMessage({ text: 'help' })],
  ['what the provider calls a STOP', aCustomerMessage({ text: 'Adios', keyword: 'stop' })],
])('%s opens no request and on a closed conversation is a row of it', (_, event) => {
  expect(after(aThread(), event).head.active).toEqual({});
  expect(after(aThread(), event).messages).toEqual({});

  const closed = after(aThreadWith(CLOSED), event);
  expect(closed.head.active).toEqual({});
  expect(closed.conversations[FIRST]).toMatchObject({ state: 'closed', messages: 2, mirrored: 1 });
  expect(closed.messages[messageKey(FIRST, 2)]).toMatchObject({ content: event.content });
  expect(effectsIn(closed, 'jira')).toEqual([]);
});

test('a reaction in a running conversation is a row and nothing else', () => {
  const thread = after(aThreadWith({ unread: false, waitingOn: 'customer' }), aReaction());
  expect(theActive(thread)).toMatchObject({ messages: 2, unread: false, waitingOn: 'customer' });
  expect(effectsIn(thread, 'jira')).toEqual([]);
});

test.each([
  ['an edit', aCustomerMessage({ content: { kind: 'edit', target: 'x', text: 'y' } })],
  ['a deletion', aCustomerMessage({ content: { kind: 'deletion', target: 'x' } })],
])('%s in a running conversation is copied to Jira', (_, event) => {
  expect(effectsIn(after(aThreadWith(), event), 'jira')).toEqual(['mirror']);
});

test('S0-11 a reaction does not open the service window; a message does, by its own time', () => {
  const hourAgo = NOW - 3_600_000;
  const line = `whatsapp.${NUMBER}`;
  const closed = aThreadWith();
  const silent = { ...closed, head: { ...closed.head, lines: {} } };
  expect(after(silent, aReaction()).head.lines).toEqual({});
  expect(after(silent, aCustomerMessage({ at: hourAgo })).head.lines).toEqual({ [line]: hourAgo });
  expect(after(silent, aCustomerMessage({ channel: 'sms' })).head.lines).toEqual({});
});

test('X14 a message that came late does not move the window back', () => {
  const thread = after(aThreadWith(), aCustomerMessage({ at: NOW - 3_600_000 }));
  expect(thread.head.lines[`whatsapp.${NUMBER}`]).toBe(NOW - 60_000);
});

test('S2-45 the contact learns new addresses and the newest name, and is untouched otherwise', () => {
  const userId = { kind: 'whatsapp-user', userId: 'HR.12345' } as const;
  const thread = aThreadWith();
  const learned = after(thread, aCustomerMessage({ addresses: [ANAS_PHONE, userId], name: 'Ana H.' }));
  expect(learned.contact).toMatchObject({ addresses: [ANAS_PHONE, userId], name: 'Ana H.' });
  expect(after(thread, aCustomerMessage()).contact).toBe(thread.contact);
});

describe('the auto-reply', () => {
  const moment = aMoment(NOW, { autoReply: 'We are on it.' });
  const first = decide(aThread(), aCustomerMessage(), moment);

  test('answers the first message of a conversation and is a row of it', () => {
    expect(first.messages[messageKey(FIRST, 2)]).toMatchObject({
      direction: 'outbound',
      via: 'rule',
      author: { kind: 'auto-reply' },
      content: { kind: 'text', text: 'We are on it.' },
      delivery: { status: 'queued' },
    });
    expect(effectsIn(first, 'phone')).toEqual(['send-message']);
  });

  test('does not end the description and answers nothing for an agent', () => {
    expect(theActive(first)).not.toHaveProperty('answered');
    expect(theActive(first)).toMatchObject({ waitingOn: 'agent', unread: true });
  });

  test('is sent once', () => {
    expect(effectsIn(decide(first, aCustomerMessage(), moment), 'phone')).toEqual(['send-message']);
  });

  test('is not sent where the window has closed meanwhile', () => {
    const late = decide(aThread(), aCustomerMessage({ at: NOW - 25 * 3_600_000 }), moment);
    expect(effectsIn(late, 'phone')).toEqual([]);
    expect(theActive(late).messages).toBe(1);
  });

  test('is off until an administrator writes one', () => {
    expect(effectsIn(after(aThread(), aCustomerMessage()), 'phone')).toEqual([]);
  });
});

test('a message makes a conversation unread again, and its property is brought up to date', () => {
  const thread = at(NOW, aThreadWith({ unread: false, waitingOn: 'customer' }), aCustomerMessage());
  expect(theActive(thread)).toMatchObject({ unread: true, waitingOn: 'agent' });
  expect(effectsIn(thread, 'jira')).toEqual(['mirror', 'transition', 'sync-property']);
});

test('seeing it takes the mark of the unread away, once', () => {
  const seen = after(aThreadWith(), { kind: 'seen-by-agent', conversation: FIRST });
  expect(theActive(seen).unread).toBe(false);
  expect(after(seen, { kind: 'seen-by-agent', conversation: FIRST })).toBe(seen);
  expect(aConversation().unread).toBe(true);
});
