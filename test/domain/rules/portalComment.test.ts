import { decide } from '../../../src/domain/decide';
import type { PortalComment } from '../../../src/domain/event';
import { aMoment, aThreadWith, FIRST, NOW, theActive } from '../../support/builders';

const OPENED = NOW - 3_600_000;
const portal = (at: number, origin = 'comment:1'): PortalComment => ({
  kind: 'portal-comment',
  origin,
  conversation: FIRST,
  text: 'I write from the portal',
  at,
});
const thread = () => aThreadWith({ openedAt: OPENED, waitingOn: 'customer' });
const rowsOf = (from: ReturnType<typeof thread>) => Object.values(from.messages).filter(({ via }) => via === 'portal');

test('a portal comment is one row and the customer’s turn, however often Jira tells of it', () => {
  const once = decide(thread(), portal(NOW), aMoment());
  const twice = decide(once, portal(NOW), aMoment());
  expect(rowsOf(twice)).toHaveLength(1);
  expect(theActive(twice).waitingOn).toBe('agent');
});

test('what was written on the request before the conversation began there is no part of it', () => {
  expect(rowsOf(decide(thread(), portal(OPENED - 60_001), aMoment()))).toEqual([]);
});

test.each([OPENED - 60_000, OPENED - 1])(
  'a clock that differs from Jira’s by up to a minute loses no comment',
  (at) => {
    expect(rowsOf(decide(thread(), portal(at), aMoment()))).toHaveLength(1);
  },
);

test('a comment that Jira dates in our future is a row of now', () => {
  const [row] = rowsOf(decide(thread(), portal(NOW + 20_000), aMoment()));
  expect(row).toMatchObject({ at: NOW, receivedAt: NOW });
});
