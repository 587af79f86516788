import { decide } from '../../../src/domain/decide';
import type { AgentStart } from '../../../src/domain/event';
import { asAccountId, asIssueId } from '../../../src/domain/ids';
import { startRefusal } from '../../../src/domain/rules/agentStart';
import {
  aContact,
  aMoment,
  ANAS_PHONE,
  aThread,
  aThreadWith,
  BEN,
  effectsIn,
  FIRST,
  NOW,
  NUMBER,
  SECOND,
  theActive,
} from '../../support/builders';
import { aCustomerMessage } from '../../support/eventBuilders';

const CLARA = asAccountId('customer-clara');
const mail = { issueId: asIssueId('10200'), issueKey: 'SUP-9' };
const aStart = (more: Partial<AgentStart> = {}): AgentStart => ({
  kind: 'agent-start',
  request: mail,
  route: { channel: 'sms', number: NUMBER, address: ANAS_PHONE },
  agent: BEN,
  consent: 'form',
  customer: CLARA,
  carriage: { suppressed: false, maxCharacters: 1_600, numberRemoved: false },
  pauseOther: false,
  ...more,
});
const stranger = () => aThread({ contact: { version: 1, rev: 0, id: aContact().id, addresses: [] } });

test('S2-46 S1-02 S2-29 S4-03 an agent’s start attaches an empty conversation to the request and links the number to its customer', () => {
  const thread = decide(stranger(), aStart(), aMoment());
  expect(theActive(thread)).toMatchObject({ request: mail, startedBy: BEN, messages: 0, waitingOn: 'customer' });
  expect(thread.contact).toMatchObject({
    addresses: [ANAS_PHONE],
    customer: { kind: 'account', accountId: CLARA, linked: true },
    consent: { source: 'form', by: BEN, at: NOW },
  });
  expect(effectsIn(thread, 'jira')).toEqual(['sync-property']);
});

test('S2-29 the customer’s answer joins the request it was started on', () => {
  const answered = decide(decide(stranger(), aStart(), aMoment()), aCustomerMessage({ channel: 'sms' }), aMoment());
  expect(theActive(answered)).toMatchObject({ request: mail, messages: 1, heard: true, waitingOn: 'agent' });
});

test.each([
  ['outbound-off', aStart(), { outbound: 'off' as const }],
  ['number-removed', aStart({ carriage: { suppressed: false, maxCharacters: 0, numberRemoved: true } }), {}],
  ['suppressed', aStart({ carriage: { suppressed: true, maxCharacters: 1, numberRemoved: false } }), {}],
])('X6 S0-02 S2-02 a start is refused with its reason and changes nothing: %s', (reason, event, settings) => {
  const thread = stranger();
  expect(startRefusal(thread, event, aMoment(NOW, settings))).toBe(reason);
  expect(decide(thread, event, aMoment(NOW, settings))).toBe(thread);
});

test('X6 a request without a customer can be continued only where any number may be written to', () => {
  const { customer: _, ...event } = aStart();
  expect(startRefusal(stranger(), event, aMoment())).toBe('no-customer');
  expect(startRefusal(stranger(), event, aMoment(NOW, { outbound: 'any' }))).toBeUndefined();
});

test('X6 a number linked to another customer is not led to this one’s request', () => {
  const contact = aContact({ customer: { kind: 'account', accountId: asAccountId('someone'), linked: true } });
  expect(startRefusal(aThread({ contact }), aStart(), aMoment())).toBe('other-customer');
  expect(startRefusal(aThread({ contact: aContact() }), aStart(), aMoment())).toBeUndefined();
});

test('X9 another active conversation is paused for it only where the agent said so', () => {
  const busy = aThreadWith();
  expect(startRefusal(busy, aStart(), aMoment())).toBe('another-active');
  const thread = decide(busy, aStart({ pauseOther: true }), aMoment());
  expect(theActive(thread).id).toBe(SECOND);
  expect(thread.conversations[FIRST]?.state).toBe('paused');
  expect(thread.head.parked).toEqual([FIRST]);
});

test('a start told twice opens one conversation', () => {
  const thread = decide(stranger(), aStart(), aMoment());
  expect(decide(thread, aStart(), aMoment())).toBe(thread);
});
