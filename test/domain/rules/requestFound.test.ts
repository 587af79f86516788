import type { RequestFound } from '../../../src/domain/event';
import { after, anEffect, aThread, effectsIn, FIRST, NOW, REQUEST, SECOND, theActive } from '../../support/builders';
import { aCustomerMessage, endedWith, starting } from '../../support/eventBuilders';

const found: RequestFound = {
  kind: 'request-found',
  conversation: FIRST,
  request: REQUEST,
  copy: { phase: 'description', description: { hash: 'h', lastAt: NOW } },
  upTo: 1,
  facts: '',
};
const waiting = after(aThread(), aCustomerMessage());

test('a request that carries our intent is adopted, and its creation leaves the lane', () => {
  const thread = after(waiting, found);
  expect(theActive(thread)).toMatchObject({ request: REQUEST, mirrored: 1 });
  expect(effectsIn(thread, 'jira')).toEqual(['sync-property']);
});

test('found again it changes nothing', () => {
  const thread = after(waiting, found);
  expect(after(thread, found)).toBe(thread);
});

test('a creation that somebody is performing stays until it ends, and then changes nothing', () => {
  const creating = after(waiting, starting('jira'));
  const adopted = after(creating, found);
  expect(effectsIn(adopted, 'jira')).toContain('create-request');

  const other = { ...REQUEST, issueKey: 'SUP-2' };
  const { kind: _, conversation: __, ...rest } = found;
  const ended = after(adopted, endedWith(adopted, 'jira', { kind: 'request-created', ...rest, request: other }));
  expect(theActive(ended).request).toEqual(REQUEST);
  expect(effectsIn(ended, 'jira')).not.toContain('create-request');
});

test('a creation that was given up is no dead letter any more', () => {
  const conversation = theActive(waiting);
  const letter = {
    effect: anEffect({ kind: 'create-request', upTo: 1 }),
    failure: { reason: 'jira-down' },
    at: NOW,
  } as const;
  const active = { customer: { ...conversation, dead: [letter] } };
  const thread = after({ ...waiting, head: { ...waiting.head, active } }, found);
  expect(theActive(thread).dead).toEqual([]);
});

test('a request of a conversation nobody knows changes nothing', () => {
  expect(after(waiting, { ...found, conversation: SECOND })).toBe(waiting);
});
