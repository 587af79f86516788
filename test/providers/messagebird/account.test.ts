import { NOW } from '../webhookRequest';
import { messagebirdGateway } from './messagebirdCase';

const gateway = messagebirdGateway();
const answer = (status: number, body: unknown) => ({ status, headers: {}, body: JSON.stringify(body) });
const errors = [{ code: 9, description: 'No (more) recipients', parameter: null }];

describe('the check', () => {
  test('asks for the phone numbers of the account', () => {
    expect(gateway.check(NOW)).toEqual({
      method: 'GET',
      url: 'https://numbers.messagebird.com/v1/phone-numbers?limit=100',
      headers: { authorization: 'AccessKey live-key-of-nobody' },
    });
  });

  test('offers the numbers that can carry SMS', () => {
    const items = [
      { number: '31970010240126', features: ['sms', 'voice'] },
      { number: '31612345678', features: ['voice'] },
      { number: '1008' },
      'odd',
    ];
    expect(gateway.readCheck(answer(200, { items }))).toEqual({
      ok: true,
      value: {
        title:
          'MessageBird accepts the access key. The account has 2 phone numbers for SMS; WhatsApp channels can be added by hand.',
        numbers: ['+31970010240126', '1008'].map((receiver) => ({ receiver, display: receiver, channels: ['sms'] })),
      },
    });
  });

  test('names every phone number of the account where the list is whole, whatever it carries', () => {
    const phonesIn = (body: object) => {
      const facts = gateway.readCheck(answer(200, body));
      return facts.ok && facts.value.phones;
    };
    const items = [{ number: '31970010240126', features: ['voice'] }];
    expect(phonesIn({ items, totalCount: 1 })).toEqual(['+31970010240126']);
    expect(phonesIn({ items, totalCount: 101 })).toBeUndefined();
    expect(phonesIn({ items })).toBeUndefined();
  });

  test('is good for an account without numbers as well', () => {
    expect(gateway.readCheck(answer(200, { items: [] }))).toMatchObject({ ok: true, value: { numbers: [] } });
  });

  test.each([
    [
      401,
      { errors: [{ code: 2 }] },
      'MessageBird does not accept the access key. Please use a live key, not a test key.',
    ],
    [503, {}, 'MessageBird cannot answer at the moment (HTTP 503). Please try again later.'],
    [422, { errors }, 'MessageBird refused the check (HTTP 422). MessageBird says: No (more) recipients'],
  ])('HTTP %i is told in plain words', (status, body, failure) => {
    expect(gateway.readCheck(answer(status, body))).toEqual({ ok: false, failure });
  });
});

describe('templates', () => {
  const list = (cursor?: string) =>
    gateway.templates?.list({ receiver: 'any', ...(cursor !== undefined && { cursor }) }, NOW).url;
  const item = {
    name: 'appointment',
    namespace: 'ns_1',
    language: 'en_GB',
    category: 'UTILITY',
    status: 'APPROVED',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}' },
      { type: 'BODY', text: 'Hello {{1}}, see you at {{2}}' },
      { type: 'FOOTER', text: 'OmniChat' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Yes' },
          { type: 'URL', text: 'Track', url: 'https://example.com/{{1}}' },
          { type: 'PHONE_NUMBER', text: 'Call' },
          { type: 'NEW', text: '?' },
        ],
      },
    ],
  };

  test('are asked for page by page; a cursor that is none of ours begins again', () => {
    const url = 'https://integrations.messagebird.com/v2/platforms/whatsapp/templates?limit=100&offset=';
    expect([list(), list('100'), list('https://evil.example')]).toEqual([`${url}0`, `${url}100`, `${url}0`]);
  });

  test('have an id that leads a send to their namespace, their status and their placeholders', () => {
    expect(gateway.templates?.readPage(answer(200, { offset: 0, limit: 1, totalCount: 2, items: [item] }))).toEqual({
      ok: true,
      value: {
        templates: [
          {
            id: 'ns_1/appointment',
            name: 'appointment',
            language: 'en_GB',
            status: 'approved',
            category: 'utility',
            header: { kind: 'text', text: 'Order {{1}}', placeholders: 1, placeholder: '1' },
            body: 'Hello {{1}}, see you at {{2}}',
            placeholders: ['1', '2'],
            footer: 'OmniChat',
            buttons: [
              { kind: 'quick-reply', text: 'Yes', takesValue: false },
              { kind: 'url', text: 'Track', takesValue: true, url: 'https://example.com/{{1}}' },
              { kind: 'phone', text: 'Call', takesValue: false },
              { kind: 'other', text: '?', takesValue: false },
            ],
          },
        ],
        cursor: '1',
      },
    });
  });

  test.each([
    ['the last page', { offset: 1, totalCount: 2, items: [item] }],
    ['an empty page', { offset: 1, totalCount: 9, items: [] }],
    ['a page that counts nothing', { items: [item] }],
  ])('end with %s', (_, page) => {
    const read = gateway.templates?.readPage(answer(200, page));
    expect(read?.ok && read.value.cursor).toBeUndefined();
  });

  test.each([
    ['REJECTED', 'rejected'],
    ['PENDING', 'pending'],
    ['PAUSED', 'paused'],
    ['SOMETHING', 'unknown'],
  ])('of the status %s are %s; an odd one costs only itself', (status, ours) => {
    const read = gateway.templates?.readPage(answer(200, { items: ['odd', { ...item, status }] }));
    expect(read).toMatchObject({ value: { templates: [{ status: ours }] } });
  });

  test('that are not listed are told in the words of MessageBird', () => {
    expect(gateway.templates?.readPage(answer(422, { errors }))).toEqual({
      ok: false,
      failure: 'MessageBird did not list the templates (HTTP 422). MessageBird says: No (more) recipients',
    });
  });
});
