import type { Carrier, CarrierParts } from '../../../sandbox/carriers/carrier';
import { createMetaCarrier } from '../../../sandbox/carriers/meta';
import { createTwilioCarrier } from '../../../sandbox/carriers/twilio';
import { sampleOf } from '../../../sandbox/samples';
import type { MediaRef } from '../../../src/domain/content';
import type { Provider } from '../../../src/providers/provider';
import { meta } from '../../../src/providers/meta';
import { twilio } from '../../../src/providers/twilio';
import { ADDRESS, ANA, asCall, asWebhook, BEGINS, bodyOf, carrierWorld, gatewayOf } from './carrierWorld';

const NOW = new Date(BEGINS);

/** A carrier whose customer has just sent a voice note, and what the app was told of it. */
async function withVoiceNote(provider: Provider, create: (parts: CarrierParts) => Carrier) {
  const { carrier, told, pass } = carrierWorld(create);
  const gateway = gatewayOf(provider, carrier);
  await carrier.setWebhook(ADDRESS);
  told.length = 0;
  const to = carrier.numbers().find(({ channel }) => channel === 'whatsapp')?.number ?? '';
  carrier.customerWrites({ from: ANA, channel: 'whatsapp', to, media: { kind: 'voice' } });
  await pass(1_000);
  const [event] = told.flatMap((call) => gateway.parse(asWebhook(call)).events);
  const ref = event?.kind === 'message' && event.content.kind === 'media' ? event.content.media : undefined;
  if (!ref) throw new Error('the app was told of no file');
  const asked = (media: MediaRef) => gateway.media!.toRequest(media, NOW)!;
  return { carrier, gateway, ref, asked, pass };
}

describe('Meta', () => {
  const world = () => withVoiceNote(meta, createMetaCarrier);

  test('the id leads to an address that wants the token and gives the very bytes', async () => {
    const { carrier, gateway, ref, asked } = await world();
    const found = await carrier.handle(asCall(asked(ref)));
    const { status, headers, body } = found;
    const next = gateway.media!.locate!({ status, headers, body: String(body) }, NOW)!;

    const file = await carrier.handle(asCall(next));
    const nobody = await carrier.handle(asCall({ ...next, headers: {} }));

    expect(new URL(next.url).hostname).toBe('lookaside.fbsbx.com');
    expect(bodyOf(found)).toMatchObject({ file_size: sampleOf('voice').bytes.length, id: ref.providerId });
    expect(file).toMatchObject({ status: 200, body: sampleOf('voice').bytes });
    expect(nobody.status).toBe(401);
  });

  test('the address is over after five minutes, and nobody makes one up', async () => {
    const { carrier, asked, ref, pass } = await world();
    const { url } = bodyOf(await carrier.handle(asCall(asked(ref)))) as { url: string };
    const { headers } = asked(ref);
    const get = async (address: string) =>
      (await carrier.handle({ method: 'GET', url: address, headers, body: '' })).status;

    expect(await get(url.replace(/hash=.*/, 'hash=x'))).toBe(404);
    await pass(299_000);
    expect(await get(url)).toBe(200);
    await pass(2_000);
    expect(await get(url)).toBe(404);
  });

  test('a file that nobody sent is an unknown object', async () => {
    const { carrier, asked } = await world();
    const answer = await carrier.handle(asCall(asked({ kind: 'voice', providerId: '1' })));
    expect(answer.status).toBe(400);
  });
});

describe('Twilio', () => {
  const world = () => withVoiceNote(twilio, createTwilioCarrier);

  test('the address leads on to another host, which gives the bytes and refuses credentials', async () => {
    const { carrier, ref, asked } = await world();
    const first = await carrier.handle(asCall(asked(ref)));
    const url = first.headers.location ?? '';
    const get = (headers: Record<string, string>) => carrier.handle({ method: 'GET', url, headers, body: '' });

    expect([first.status, new URL(url).hostname]).toEqual([307, 'mms.twiliocdn.com']);
    expect(await get({})).toMatchObject({ status: 200, body: sampleOf('voice').bytes });
    expect((await get({ ...asked(ref).headers })).status).toBe(400);
  });

  test('a file that nobody sent is not found', async () => {
    const { carrier, ref, asked } = await world();
    const other = { ...ref, providerId: ref.providerId.replace(/\w{4}$/, 'beef') };
    expect((await carrier.handle(asCall(asked(other)))).status).toBe(404);
  });
});
