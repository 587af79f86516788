import { asIssueId } from '../../../src/domain/ids';
import { after, anEffect, aThread, effectsIn, NOW, REQUEST, SECOND, theActive } from '../../support/builders';
import { aCustomerMessage, aRequestFound, aStatus, endedWith, starting } from '../../support/eventBuilders';

const found = aRequestFound();
const waiting = after(aThread(), aCustomerMessage());

test('a request that carries our intent is adopted, and its creation leaves the lane', () => {
  const thread = after(waiting, found);
  expect(theActive(thread)).toMatchObject({ request: REQUEST, mirrored: 1 });
  expect(effectsIn(thread, 'jira')).toEqual(['catch-up', 'sync-property']);
});

test('what people did on it before is read then, and not where Jira told at once that it made it', () => {
  const creating = after(waiting, starting('jira'));
  const { kind: _, conversation: __, ...made } = found;
  const ended = (adopted: object) =>
    effectsIn(after(creating, endedWith(creating, 'jira', { kind: 'request-created', ...made, ...adopted })), 'jira');
  expect(ended({})).not.toContain('catch-up');
  expect(ended({ adopted: true })).toContain('catch-up');
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

describe('two requests made with one intent', () => {
  const younger = { issueId: asIssueId('10900'), issueKey: 'SUP-9' };
  const retiring = ({ issueId }: typeof younger) => ({ kind: 'retire-request', issueId });
  const retired = (thread: ReturnType<typeof after>) =>
    thread.head.lanes.jira.queue.filter(({ kind }) => kind === 'retire-request');

  test('A3 the lower id stays where it was heard of first', () => {
    const thread = after(waiting, found, { ...found, request: younger });
    expect(theActive(thread).request).toEqual(REQUEST);
    expect(retired(thread)).toMatchObject([retiring(younger)]);
  });

  test('A3 the lower id stays where it was heard of last, and gets what it lacks', () => {
    const thread = after(waiting, { ...found, request: younger }, aCustomerMessage(), found);
    expect(theActive(thread)).toMatchObject({ request: REQUEST, mirrored: 1, messages: 2 });
    expect(retired(thread)).toMatchObject([retiring(younger)]);
    expect(effectsIn(thread, 'jira')).toContain('mirror');
  });

  test('A3 told twice, agents are told once', () => {
    const thread = after(waiting, found, { ...found, request: younger });
    expect(after(thread, { ...found, request: younger })).toBe(thread);
  });

  test('A3 the next conversation is linked to the one that stays', () => {
    const thread = after(waiting, { ...found, request: younger }, aStatus(true, { issueId: younger.issueId }), found);
    expect(theActive(after(thread, aCustomerMessage())).follows).toEqual(REQUEST);
  });
});
