import { NOW } from '../webhookRequest';
import { birdGateway } from './birdPlatformCase';

const gateway = birdGateway();
const read = (status: number, body: unknown = {}) =>
  gateway.readCheck({ status, headers: {}, body: JSON.stringify(body) });

test('the check asks for one message with the key', () => {
  expect(gateway.check(NOW)).toEqual({
    method: 'GET',
    url: 'https://eu1.platform.bird.com/v1/whatsapp/messages?limit=1',
    headers: { authorization: 'Bearer bk_eu1_0123456789abcdef' },
  });
});

test('a good answer says that numbers are added by hand', () => {
  expect(read(200, { data: [] })).toEqual({
    ok: true,
    value: {
      title: 'Bird accepts the API key. It does not list its numbers here: please add them by hand.',
      numbers: [],
    },
  });
});

test.each([
  [401, 'Bird does not accept the API key. Bird says: No'],
  [403, 'Bird knows the API key, but it may not read WhatsApp messages. Bird says: No'],
  [421, 'The API key belongs to another region of Bird. Bird says: No'],
  [503, 'Bird cannot answer at the moment (HTTP 503). Please try again later. Bird says: No'],
  [400, 'Bird refused the check (HTTP 400). Bird says: No'],
])('HTTP %i is told in plain words', (status, failure) => {
  const error = { type: 'x', code: 'E1', message: 'No' };
  expect(read(status, { error })).toEqual({ ok: false, failure });
});

test('without words of Bird only ours are said', () => {
  expect(read(401)).toEqual({ ok: false, failure: 'Bird does not accept the API key.' });
});
