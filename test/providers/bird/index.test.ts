import { bird } from '../../../src/providers/bird';
import { providerContract } from '../providerContract';
import { NOW, webhookRequest } from '../webhookRequest';
import { birdCredentials, birdGateway, inboundEvent, signedByBird, whatsAppToAna } from './birdCase';

const two = [
  { mediaUrl: 'https://media.nest.messagebird.com/1' },
  { mediaUrl: 'https://media.nest.messagebird.com/2' },
];

providerContract({
  provider: bird,
  credentials: birdCredentials,
  sign: signedByBird,
  // The shape of docs.bird.com, "Verifying a webhook subscription"; Bird publishes no worked example.
  published: { credentials: birdCredentials, request: signedByBird(JSON.stringify(inboundEvent())) },
  batch: {
    body: JSON.stringify(inboundEvent({ body: { type: 'image', image: { images: two } } })),
    ids: ['m1', 'm1/1'],
  },
  unheardOf: JSON.stringify({ service: 'channels', event: 'teleportation.inbound', payload: { id: 'x' } }),
  outbound: whatsAppToAna,
  accepted: { answer: { status: 202, headers: {}, body: '{"id":"m9","status":"accepted"}' }, id: 'm9' },
  errorBody: (code) => JSON.stringify({ code, message: 'The words of the provider' }),
});

const gateway = birdGateway();
const good = signedByBird(JSON.stringify(inboundEvent()));

test.each([
  [300, { ok: true }],
  [-300, { ok: true }],
  [301, { ok: false, reason: 'stale' }],
  [-301, { ok: false, reason: 'stale' }],
])('a signature of %i seconds ago gives %j', (seconds, verdict) => {
  expect(gateway.verify(good, new Date(NOW.getTime() + seconds * 1000))).toEqual(verdict);
});

test('a signature is for one address and one time, each said once', () => {
  expect(gateway.verify({ ...good, url: `${good.url}?more=1` }, NOW)).toEqual({ ok: false, reason: 'wrong-signature' });
  const time = good.headers['messagebird-request-timestamp'] ?? '';
  const at = (spelled: string) => ({ ...good, headers: { ...good.headers, 'messagebird-request-timestamp': spelled } });
  expect(gateway.verify(at(String(Number(time) + 1)), NOW)).toEqual({ ok: false, reason: 'wrong-signature' });
  expect(gateway.verify(at(`${time}, ${time}`), NOW)).toEqual({ ok: false, reason: 'malformed-signature' });
  const { 'messagebird-signature': signature = '' } = good.headers;
  const unsigned = webhookRequest({ body: good.body, headers: { 'messagebird-signature': signature } });
  expect(gateway.verify(unsigned, NOW)).toEqual({ ok: false, reason: 'malformed-signature' });
});
