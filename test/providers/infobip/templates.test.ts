import { NOW } from '../webhookRequest';
import { infobipGateway } from './infobipCase';

const { templates } = infobipGateway();
const read = (status: number, body: unknown) =>
  templates?.readPage({ status, headers: {}, body: JSON.stringify(body) });

test('the templates of a sender are asked for by its number', () => {
  expect(templates?.list({ receiver: '+385951006719' }, NOW).url).toBe(
    'https://xyz123.api.infobip.com/whatsapp/2/senders/385951006719/templates',
  );
});

test('a template has its status, language, texts, placeholders and the buttons that take a value', () => {
  const structure = {
    header: { format: 'TEXT', text: 'Order {{1}}' },
    body: { text: 'Hello {{1}}, it comes on {{2}}.' },
    footer: { text: 'Your shop' },
    buttons: [
      { type: 'QUICK_REPLY', text: 'Thanks' },
      { type: 'URL', text: 'Track', url: 'https://example.com/{{1}}' },
      { type: 'URL', text: 'Shop', url: 'https://example.com' },
      { type: 'PHONE_NUMBER', text: 'Call', phoneNumber: '385951006719' },
      { type: 'VOICE_CALL', text: 'Ring' },
      'odd',
    ],
    type: 'TEXT',
  };
  const template = { id: '111', name: 'order', language: 'en_GB', status: 'APPROVED', category: 'UTILITY', structure };
  expect(read(200, { templates: [template, { name: '' }, 7] })).toEqual({
    ok: true,
    value: {
      templates: [
        {
          id: 'order',
          name: 'order',
          language: 'en_GB',
          status: 'approved',
          category: 'utility',
          header: { kind: 'text', text: 'Order {{1}}', placeholders: 1, placeholder: '1' },
          body: 'Hello {{1}}, it comes on {{2}}.',
          placeholders: ['1', '2'],
          footer: 'Your shop',
          buttons: [
            { kind: 'quick-reply', text: 'Thanks', takesValue: false },
            { kind: 'url', text: 'Track', takesValue: true, url: 'https://example.com/{{1}}' },
            { kind: 'url', text: 'Shop', takesValue: false },
            { kind: 'phone', text: 'Call', takesValue: false },
            { kind: 'other', text: 'Ring', takesValue: false },
          ],
        },
      ],
    },
  });
});

test.each([
  ['APPROVED', 'approved'],
  ['FLAGGED', 'approved'],
  ['REINSTATED', 'approved'],
  ['PENDING', 'pending'],
  ['IN_APPEAL', 'pending'],
  ['REJECTED', 'rejected'],
  ['FIRST_PAUSED', 'paused'],
  ['SECOND_PAUSED', 'paused'],
  ['DISABLED', 'disabled'],
  ['PENDING_DELETION', 'disabled'],
  ['DELETED', 'disabled'],
  ['NEW_ONE', 'unknown'],
])('the status %s is %s', (status, known) => {
  expect(read(200, { templates: [{ name: 'a', language: 'en', status }] })).toMatchObject({
    value: { templates: [{ status: known }] },
  });
});

test('a refusal is told in the words of Infobip', () => {
  const body = { requestError: { serviceException: { messageId: 'FORBIDDEN', text: 'Forbidden' } } };
  expect(read(403, body)).toEqual({
    ok: false,
    failure: 'Infobip did not list the templates (HTTP 403). Infobip says: Forbidden',
  });
  expect(read(200, {})).toEqual({ ok: false, failure: 'Infobip did not list the templates (HTTP 200).' });
});
