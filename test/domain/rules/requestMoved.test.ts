import type { RequestMoved } from '../../../src/domain/event';
import { asIssueId } from '../../../src/domain/ids';
import { CUSTOMER_SLOT } from '../../../src/domain/slot';
import { after, aThreadWith, effectsIn, FIRST, NOW, REQUEST, theActive } from '../../support/builders';
import { aCustomerMessage } from '../../support/eventBuilders';

const moved = (more: Partial<RequestMoved> = {}): RequestMoved => ({
  kind: 'request-moved',
  conversation: FIRST,
  request: { ...REQUEST, issueKey: 'OPS-7' },
  inServiceProject: true,
  source: 'user',
  ...more,
});
const CLOSED = { state: 'closed', closed: { at: NOW - 1_000, source: 'user' } } as const;

test('A3 a request that moves takes its conversation along, under its new key', () => {
  const thread = after(aThreadWith(), moved());
  expect(theActive(thread)).toMatchObject({ id: FIRST, request: { issueId: REQUEST.issueId, issueKey: 'OPS-7' } });
  expect(effectsIn(thread, 'jira')).toEqual([]);
});

test('A3 told again, or of another request, it changes nothing', () => {
  const thread = after(aThreadWith(), moved());
  expect(after(thread, moved())).toBe(thread);
  expect(after(thread, moved({ request: { issueId: asIssueId('1'), issueKey: 'X-1' } }))).toBe(thread);
});

test('A3 the request of a closed conversation is linked under its new key', () => {
  const thread = after(aThreadWith(CLOSED), moved());
  expect(thread.head.closed[CUSTOMER_SLOT]?.request?.issueKey).toBe('OPS-7');
  expect(theActive(after(thread, aCustomerMessage())).follows?.issueKey).toBe('OPS-7');
});

test('A3 a request that leaves the service projects ends its conversation and tells agents', () => {
  const thread = after(aThreadWith(), moved({ inServiceProject: false }));
  expect(thread.conversations[FIRST]).toMatchObject({ state: 'closed', closed: { source: 'user', beside: true } });
  expect(thread.head.lanes.jira.queue).toMatchObject([
    { kind: 'remark', remark: 'left-service' },
    { kind: 'sync-property' },
  ]);
  expect(after(thread, moved({ inServiceProject: false }))).toBe(thread);
});
