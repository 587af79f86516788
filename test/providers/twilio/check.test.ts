import { NOW } from '../webhookRequest';
import { twilioGateway } from './twilioCase';

const gateway = twilioGateway();
const read = (status: number, body: unknown) => gateway.readCheck({ status, headers: {}, body: JSON.stringify(body) });

test('the check asks for the phone numbers of the account', () => {
  expect(gateway.check(NOW).url).toBe(
    'https://api.twilio.com/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/IncomingPhoneNumbers.json?PageSize=100',
  );
});

test('a good answer offers the numbers that can carry SMS', () => {
  const numbers = [
    { phone_number: '+385951006719', capabilities: { sms: true } },
    { phone_number: '+4930901820', capabilities: { sms: false } },
    'odd',
  ];
  expect(read(200, { incoming_phone_numbers: numbers })).toEqual({
    ok: true,
    value: {
      title:
        'Twilio accepts the auth token. The account has 1 phone number for SMS; WhatsApp senders can be added by hand.',
      numbers: [{ receiver: '+385951006719', display: '+385951006719', channels: ['sms'] }],
    },
  });
});

test('an account without numbers is good as well', () => {
  expect(read(200, { incoming_phone_numbers: [] })).toMatchObject({ ok: true, value: { numbers: [] } });
});

test.each([
  [401, {}, 'Twilio does not accept these credentials. Please compare the account SID and the auth token.'],
  [503, {}, 'Twilio cannot answer at the moment (HTTP 503). Please try again later.'],
  [400, { code: 1, message: 'No' }, 'Twilio refused the check (HTTP 400). Twilio says: No'],
])('HTTP %i is told in plain words', (status, body, failure) => {
  expect(read(status, body)).toEqual({ ok: false, failure });
});
