import { NOW } from '../webhookRequest';
import { metaGateway } from './metaCase';

const gateway = metaGateway();
const read = (status: number, body: unknown) =>
  gateway.readCheck({ status, headers: {}, body: typeof body === 'string' ? body : JSON.stringify(body) });

test('the check asks for the numbers of the account with the access token', () => {
  expect(gateway.check(NOW)).toEqual({
    method: 'GET',
    url: 'https://graph.facebook.com/v26.0/310000000000001/phone_numbers?fields=id,display_phone_number,verified_name,quality_rating,status&limit=100',
    headers: { authorization: 'Bearer EAAtesttoken' },
  });
});

test('a good answer lists the numbers as people know them', () => {
  const data = [
    { id: '200000000000001', display_phone_number: '+49 30 901820', verified_name: 'Demo' },
    { id: '200000000000002', verified_name: 'Demo 2' },
    'odd',
  ];
  expect(read(200, { data })).toEqual({
    ok: true,
    value: {
      title: 'Meta accepts the access token. The account has 2 phone numbers.',
      numbers: [
        { receiver: '200000000000001', display: '+4930901820', channels: ['whatsapp'] },
        { receiver: '200000000000002', display: 'Demo 2', channels: ['whatsapp'] },
      ],
      isComplete: true,
    },
  });
});

test.each([
  [{ status: 'CONNECTED', quality_rating: 'GREEN' }, undefined],
  [{ status: 'CONNECTED', quality_rating: 'YELLOW' }, undefined],
  [{ status: 'SOMETHING_NEW' }, undefined],
  [{ status: 'BANNED', quality_rating: 'RED' }, 'Meta says that +4930901820 is banned (BANNED).'],
  [{ status: 'CONNECTED', quality_rating: 'RED' }, 'Meta says that the quality of +4930901820 is low (RED).'],
])('a number that Meta describes as %j', (told, trouble) => {
  const number = { id: '200000000000001', display_phone_number: '+49 30 901820', ...told };
  const facts = read(200, { data: [number] });
  expect(facts.ok && facts.value.numbers[0]?.trouble).toBe(trouble);
});

test('a full page may not be the whole account', () => {
  const data = Array.from({ length: 100 }, (_, index) => ({ id: String(200000000000001 + index) }));
  const facts = read(200, { data });
  expect(facts.ok && facts.value.isComplete).toBeUndefined();
});

test('an account without the phone number ID of the connection says so', () => {
  expect(read(200, { data: [{ id: '7' }] })).toEqual({
    ok: false,
    failure: 'Meta accepts the access token, but this account has no phone number with the ID 200000000000001.',
  });
});

test.each([
  [
    401,
    { error: { code: 190, message: 'Invalid OAuth access token' } },
    'Meta does not accept the access token. Meta says: Invalid OAuth access token',
  ],
  [503, 'busy', 'Meta cannot answer at the moment (HTTP 503). Please try again later.'],
  [
    404,
    { error: { code: 803, message: 'Not found' } },
    'Meta refused the check (HTTP 404). Please compare the WhatsApp Business account ID and the rights of the access token. Meta says: Not found',
  ],
])('HTTP %i is told in plain words', (status, body, failure) => {
  expect(read(status, body)).toEqual({ ok: false, failure });
});
