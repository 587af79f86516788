import { lineKey, serviceWindow, withInbound } from '../../src/domain/serviceWindow';
import { aConversation, ANAS_PHONE, aThread, NOW, NUMBER, OTHER_NUMBER } from '../support/builders';

const HOUR = 3_600_000;
const line = lineKey('whatsapp', NUMBER);
const headWith = (lines: Record<string, number>) => ({ ...aThread().head, lines });
const { route } = aConversation();

test('S0-10 S1-03 S1-05 the window is open for 24 hours after the last message, less a minute for the way', () => {
  const head = headWith({ [line]: NOW });
  expect(serviceWindow(head, route, NOW + 24 * HOUR - 60_001)).toEqual({ open: true, until: NOW + 24 * HOUR });
  expect(serviceWindow(head, route, NOW + 24 * HOUR - 60_000)).toEqual({ open: false, until: NOW + 24 * HOUR });
});

test('a customer who never wrote to the number has no window there', () => {
  expect(serviceWindow(headWith({ [lineKey('whatsapp', OTHER_NUMBER)]: NOW }), route, NOW)).toEqual({ open: false });
});

test('SMS has no window', () => {
  const sms = { channel: 'sms', number: NUMBER, address: ANAS_PHONE } as const;
  expect(serviceWindow(headWith({}), sms, NOW)).toBeUndefined();
});

test('S1-06 X14 the newest message counts, whatever the order of arrival', () => {
  expect(withInbound({ [line]: NOW }, line, NOW - HOUR)).toEqual({ [line]: NOW });
  expect(withInbound({ [line]: NOW - HOUR }, line, NOW)).toEqual({ [line]: NOW });
});

test('numbers the customer has not written to for a week are forgotten', () => {
  const other = lineKey('whatsapp', OTHER_NUMBER);
  expect(withInbound({ [other]: NOW - 8 * 24 * HOUR }, line, NOW)).toEqual({ [line]: NOW });
  expect(withInbound({ [other]: NOW - 6 * 24 * HOUR }, line, NOW)).toHaveProperty([other]);
});
