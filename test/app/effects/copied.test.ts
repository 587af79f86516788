import { saidIn } from '../../../src/app/effects/copied';
import type { Content } from '../../../src/domain/content';
import { anInbound } from '../../support/builders';

const order = { kind: 'order', items: [{ product: 'Lamp' }] } as const satisfies Content;
const contacts = { kind: 'contacts', cards: [{ name: 'Jonas', phones: [] }] } as const satisfies Content;

test.each([
  ['what was typed', anInbound({ fullLength: 60_000 })],
  ['the items of an order', anInbound({ content: { ...order, more: 3 } })],
  ['the cards of a message', anInbound({ content: { ...contacts, more: 3 } })],
])('Jira’s copy knows where OmniChat kept only the first of %s', (_, message) => {
  expect(saidIn(message)).toHaveProperty('isShortened', true);
});

test.each([
  ['a text', anInbound()],
  ['an order', anInbound({ content: order })],
  ['contact cards', anInbound({ content: contacts })],
])('%s that was kept in full is not called shortened', (_, message) => {
  expect(saidIn(message)).not.toHaveProperty('isShortened');
});
