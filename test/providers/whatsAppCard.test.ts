import { cardOf } from '../../src/providers/whatsAppCard';
import { messageText } from '../../src/domain/text/messageText';
import { boundedContent } from '../../src/domain/boundedContent';
import { MESSAGE } from '../../src/storage/messageSchemas';
import { anInbound } from '../support/builders';
import { parseJsonBody as parseVonage, whatsAppFromAna } from './vonage/vonageCase';

const emails = [{ email: 'jo@example.com' }, 'odd', { email: '' }];

test.each([
  ['as WhatsApp words it', { first_name: 'Jo', last_name: 'Novak' }],
  ['as Infobip words it', { firstName: 'Jo', lastName: 'Novak' }],
])('a card %s without its whole name has the parts of it, its company and e-mails', (_, name) => {
  expect(cardOf({ name, org: { company: 'Tiskara' }, emails })).toEqual({
    name: 'Jo Novak',
    phones: [],
    company: 'Tiskara',
    emails: ['jo@example.com'],
  });
});

test('the whole name counts more than its parts', () => {
  expect(cardOf({ name: { formatted_name: 'Dr. Jo', first_name: 'Jo' } }).name).toBe('Dr. Jo');
});

test('what is no card is an empty one', () => {
  expect(cardOf('odd')).toEqual({ name: '', phones: [] });
});

test('a card of an e-mail alone is kept and shown', () => {
  const content = { kind: 'contacts', cards: [cardOf({ emails })] } as const;
  const bounded = anInbound({ content: boundedContent(content).content });
  expect(MESSAGE.schema.parse(bounded).content).toEqual(content);
  expect(messageText(content)).toBe('Contact\njo@example.com');
});

test('a card in a webhook brings its e-mails along', () => {
  const contact = { contacts: [{ name: { first_name: 'Jo' }, emails }] };
  expect(parseVonage({ ...whatsAppFromAna, message_type: 'contact', contact }).events).toMatchObject([
    { content: { kind: 'contacts', cards: [{ name: 'Jo', emails: ['jo@example.com'] }] } },
  ]);
});
