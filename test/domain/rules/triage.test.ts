import fc from 'fast-check';
import { decide } from '../../../src/domain/decide';
import type { Triage } from '../../../src/domain/event';
import { asAccountId, asIssueId } from '../../../src/domain/ids';
import { isWaiting, triageRefusal } from '../../../src/domain/rules/triage';
import type { Thread } from '../../../src/domain/thread';
import {
  aContact,
  aMoment,
  ANAS_PHONE,
  aThread,
  BEN,
  effectsIn,
  FIRST,
  NOW,
  NUMBER,
  SECOND,
  theActive,
  withLaneOf,
} from '../../support/builders';
import { aCustomerMessage } from '../../support/eventBuilders';

const onTriage = aMoment(NOW, { createRequest: 'on-triage' });
const CLARA = asAccountId('customer-clara');
const mail = { issueId: asIssueId('10200'), issueKey: 'SUP-9' };
const waiting = () => decide(aThread(), aCustomerMessage(), onTriage);
const triaged = (thread: Thread, more: Partial<Triage> = {}) =>
  decide(thread, { kind: 'triage', conversation: FIRST, ...more }, onTriage);
const dismissed = (thread: Thread) =>
  decide(thread, { kind: 'order', conversation: FIRST, agent: BEN, order: { kind: 'close' } }, onTriage);

test('X19 at once: the first message asks for a request', () => {
  const thread = decide(aThread(), aCustomerMessage(), aMoment());
  expect(isWaiting(theActive(thread))).toBe(false);
  expect(effectsIn(thread, 'jira')).toContain('create-request');
});

test('X19 S4-01 on triage: messages are rows of a conversation without a request, and Jira is asked nothing', () => {
  const thread = decide(waiting(), aCustomerMessage({ text: 'Hurry' }), onTriage);
  expect(theActive(thread)).toMatchObject({ messages: 2, untriaged: true, unread: true });
  expect(thread.head.lanes.jira.queue).toEqual([]);
});

test('X19 S4-05 somebody decides that it becomes a request, once', () => {
  const thread = triaged(decide(waiting(), aCustomerMessage(), onTriage));
  expect(thread.head.lanes.jira.queue).toMatchObject([{ kind: 'create-request', upTo: 2 }]);
  expect(triaged(thread)).toBe(thread);
  expect(triageRefusal(thread, { kind: 'triage', conversation: FIRST })).toBe('not-found');
});

test('X19 S4-05 S4-06 it goes on in a request that is there, which gets all its words as comments', () => {
  const stranger = aThread({ contact: { version: 1, rev: 0, id: aContact().id, addresses: [ANAS_PHONE] } });
  const thread = triaged(decide(stranger, aCustomerMessage(), onTriage), { request: mail, customer: CLARA });
  expect(theActive(thread)).toMatchObject({
    request: mail,
    linkedAt: NOW,
    mirrored: 0,
    copy: { phase: 'comments' },
  });
  expect(thread.contact.customer).toEqual({ kind: 'account', accountId: CLARA, linked: true });
  expect(effectsIn(thread, 'jira')).toEqual(['mirror', 'sync-property']);
});

test('X1 X19 where nothing is copied, a note tells the agents of the request that a conversation goes on in it, once', () => {
  const tabOnly = aMoment(NOW, { createRequest: 'on-triage', copy: 'off', unreadNote: true });
  const event: Triage = { kind: 'triage', conversation: FIRST, request: mail };
  const linked = decide(waiting(), event, tabOnly);
  expect(linked.head.lanes.jira.queue).toMatchObject([{ kind: 'remark', remark: 'unread' }, { kind: 'sync-property' }]);
  const written = withLaneOf(linked, 'jira', { queue: [] });
  expect(effectsIn(decide(written, aCustomerMessage(), tabOnly), 'jira')).not.toContain('remark');
  const raised = decide(waiting(), { kind: 'triage', conversation: FIRST }, tabOnly);
  expect(effectsIn(raised, 'jira')).not.toContain('remark');
});

test('X19 it is not led into the request of another customer', () => {
  const customer = { kind: 'account', accountId: asAccountId('customer-ana'), linked: true } as const;
  const known = decide(aThread({ contact: aContact({ customer }) }), aCustomerMessage(), onTriage);
  const event: Triage = { kind: 'triage', conversation: FIRST, request: mail, customer: CLARA };
  expect(triageRefusal(known, event)).toBe('other-customer');
  expect(triaged(known, event)).toBe(known);
});

test('X19 S3-11 it is dismissed without a word to Jira, and the next message waits anew', () => {
  const all = { createRequest: 'on-triage', transcript: 'internal-note', onClose: 'unassign' } as const;
  const closing = { kind: 'order', conversation: FIRST, agent: BEN, order: { kind: 'close' } } as const;
  const thread = decide(waiting(), closing, aMoment(NOW, all));
  expect(thread.conversations[FIRST]).toMatchObject({ state: 'closed', closed: { source: 'user', by: BEN } });
  expect(thread.head.lanes.jira.queue).toEqual([]);
  const next = decide(thread, aCustomerMessage(), onTriage);
  expect(theActive(next)).toMatchObject({ id: SECOND, untriaged: true });
});

test('X19 once the rules ask for no triage, the next message raises the request with all before it', () => {
  const thread = decide(waiting(), aCustomerMessage(), aMoment());
  expect(theActive(thread)).not.toHaveProperty('untriaged');
  expect(thread.head.lanes.jira.queue).toMatchObject([{ kind: 'create-request', upTo: 2 }]);
});

test('X19 an agent’s start has its request already and waits for nobody', () => {
  const start = {
    kind: 'agent-start',
    request: mail,
    route: { channel: 'sms', number: NUMBER, address: ANAS_PHONE },
    agent: BEN,
    consent: 'form',
    customer: asAccountId('customer-ana'),
    carriage: { suppressed: false, maxCharacters: 1_600, numberRemoved: false },
    pauseOther: false,
  } as const;
  expect(isWaiting(theActive(decide(aThread(), start, onTriage)))).toBe(false);
});

test('X19 whatever is decided in whatever order, Jira is asked for one request at most, and for none that was dismissed', () => {
  const steps = fc.array(fc.constantFrom('message', 'create', 'link', 'dismiss'), { maxLength: 8 });
  fc.assert(
    fc.property(steps, (taken) => {
      const end = taken.reduce((thread, step) => {
        if (step === 'message') return decide(thread, aCustomerMessage(), onTriage);
        if (step === 'dismiss') return dismissed(thread);
        return triaged(thread, step === 'link' ? { request: mail } : {});
      }, waiting());
      const asked = end.head.lanes.jira.queue.filter(({ conversation }) => conversation === FIRST);
      const first = taken.find((step) => step !== 'message');
      const creations = asked.filter(({ kind }) => kind === 'create-request');
      expect(creations).toHaveLength(first === 'create' ? 1 : 0);
      if (first === 'dismiss') expect(asked).toEqual([]);
    }),
  );
});
