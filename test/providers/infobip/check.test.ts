import { NOW } from '../webhookRequest';
import { infobipGateway } from './infobipCase';

const gateway = infobipGateway();
const read = (status: number, body: unknown) => gateway.readCheck({ status, headers: {}, body: JSON.stringify(body) });

test('the check asks for the numbers of the account', () => {
  expect(gateway.check(NOW).url).toBe('https://xyz123.api.infobip.com/numbers/1/numbers?limit=100');
});

test('a good answer offers each number once, with the channels it carries', () => {
  const numbers = [
    { number: '385951006719', type: 'VIRTUAL_LONG_NUMBER', capabilities: ['SMS', 'VOICE'] },
    { number: '385951006719', type: 'WHATSAPP', capabilities: [] },
    { number: '71297', type: 'SHORT_CODE', capabilities: ['SMS'] },
    { number: '4930901820', type: 'VIRTUAL_LONG_NUMBER', capabilities: ['VOICE'] },
    'odd',
  ];
  expect(read(200, { numbers, numberCount: 5 })).toEqual({
    ok: true,
    value: {
      title: 'Infobip accepts the API key. The account has 2 numbers for SMS or WhatsApp.',
      numbers: [
        { receiver: '+385951006719', display: '+385951006719', channels: ['whatsapp', 'sms'] },
        { receiver: '71297', display: '71297', channels: ['sms'] },
      ],
    },
  });
});

test('a list that is whole names every phone number of the account, whatever it carries', () => {
  const phonesIn = (body: object) => {
    const facts = read(200, body);
    return facts.ok && facts.value.phones;
  };
  const numbers = ['385951006719', '4930901820'].map((number) => ({ number, capabilities: ['VOICE'] }));
  expect(phonesIn({ numbers, numberCount: 2 })).toEqual(['+385951006719', '+4930901820']);
  expect(phonesIn({ numbers: [], numberCount: 0 })).toEqual([]);
  const page = Array.from({ length: 50 }, (_, index) => ({ number: String(4930901000 + index) }));
  for (const partial of [{ numbers }, { numbers, numberCount: 3 }, { numbers: page, numberCount: 50 }])
    expect(phonesIn(partial)).toBeUndefined();
});

test('a key that may not list numbers is good as well', () => {
  expect(read(403, {})).toMatchObject({
    ok: true,
    value: { title: expect.stringContaining('add them by hand') as string, numbers: [] },
  });
});

test('an account without numbers is good as well', () => {
  expect(read(200, { numbers: [] })).toMatchObject({ ok: true, value: { numbers: [] } });
});

test.each([
  [401, {}, 'Infobip does not accept these credentials. Please compare the API base URL and the API key.'],
  [503, {}, 'Infobip cannot answer at the moment (HTTP 503). Please try again later.'],
  [400, { errorCode: 'E400', description: 'No' }, 'Infobip refused the check (HTTP 400). Infobip says: No'],
])('HTTP %i is told in plain words', (status, body, failure) => {
  expect(read(status, body)).toEqual({ ok: false, failure });
});
