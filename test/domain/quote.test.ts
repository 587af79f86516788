import type { Message } from '../../src/domain/message';
import { quoteOf, unquoted } from '../../src/domain/quote';
import { anInbound, anOutbound, NOW } from '../support/builders';

const DAY = 86_400_000;
const text = (words: string) => ({ content: { kind: 'text', text: words } as const });
const said = anInbound({ providerId: 'wamid.1', ...text('Which\n floor?') });
const delivered = (status: 'queued' | 'unknown' | 'failed' | 'accepted' | 'read') =>
  anOutbound({ providerId: 'wamid.1', delivery: { status, history: [] } });

test('a message on the customer’s phone can be quoted, on one line and shortened', () => {
  expect(quoteOf(said, [], NOW)).toEqual({ providerId: 'wamid.1', text: 'Which floor?' });
  expect(quoteOf({ ...said, ...text('a'.repeat(900)) }, [], NOW)?.text).toHaveLength(200);
  expect(quoteOf(delivered('accepted'), [], NOW)).toBeDefined();
  expect(quoteOf(delivered('read'), [], NOW)).toBeDefined();
});

const { providerId: _, ...unnumbered } = said;
test.each<[string, Message]>([
  ['the provider gave no number', unnumbered],
  ['is a reaction', { ...said, content: { kind: 'reaction', target: 'wamid.0', emoji: '👍' } }],
  ['is an edit', { ...said, content: { kind: 'edit', target: 'wamid.0', text: 'Better' } }],
  ['is a deletion', { ...said, content: { kind: 'deletion', target: 'wamid.0' } }],
  ['was written in the portal', { ...said, via: 'portal' }],
  ['is older than 30 days', { ...said, at: NOW - 30 * DAY - 1 }],
  ['still waits to be sent', delivered('queued')],
  ['perhaps never arrived', delivered('unknown')],
  ['never arrived', delivered('failed')],
])('one that %s cannot', (_why, message) => {
  expect(quoteOf(message, [], NOW)).toBeUndefined();
});

test('one that the customer deleted cannot be quoted, one beside it can', () => {
  const deletion = (target: string) => anInbound({ sequence: 2, content: { kind: 'deletion', target } });
  expect(quoteOf(said, [deletion('wamid.1')], NOW)).toBeUndefined();
  expect(quoteOf(said, [deletion('wamid.2')], NOW)).toBeDefined();
});

test('the quote above an answer in Jira is no part of the answer; what the agent quoted is', () => {
  expect(unquoted('> Which floor?\n\nThe third', 'Which floor?')).toBe('The third');
  expect(unquoted('> Which floor?\n\n> said Ana\n\nThe third', 'Which floor?')).toBe('> said Ana\n\nThe third');
  expect(unquoted('> Which floor?\n\nThe third', undefined)).toBe('> Which floor?\n\nThe third');
});
