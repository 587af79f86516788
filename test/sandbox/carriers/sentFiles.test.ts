import { CARRIERS } from '../../../sandbox/world/wire';
import type { CarrierState } from '../../../sandbox/carriers/carrier';
import { registry } from '../../../src/providers/registry';
import type { OutboundFile } from '../../../src/providers/outboundMessage';
import { twilio } from '../../../src/providers/twilio';
import { createTwilioCarrier } from '../../../sandbox/carriers/twilio';
import { parsePhoneNumber } from '../../../src/domain/ids';
import { requestOf } from '../../providers/webhookRequest';
import { ADDRESS, ANA, asCall, asWebhook, carrierWorld, gatewayOf } from './carrierWorld';
import { connectedWorld, wish } from './metaWorld';

const LINK = 'https://site.example/object-store/k1?signature=s';
const pdf = new Uint8Array([37, 80, 68, 70]);
const answered = { status: 200, headers: { 'content-type': 'application/pdf' }, body: pdf };
const file: OutboundFile = { kind: 'document', link: LINK, mimeType: 'application/pdf', fileName: 'offer.pdf' };
const content = { kind: 'media', file, caption: 'Our offer' } as const;

describe('Meta', () => {
  test('fetches a file from its link and shows it on the phone with its caption and name', async () => {
    const { carrier, send, links, phones, events, pass } = await connectedWorld();
    carrier.customerWrites({ ...wish, text: 'Hello' });
    links[LINK] = answered;
    expect(await send({ content })).toMatchObject({ ok: true });
    const shown = phones.messages(ANA).at(-1);
    expect(shown).toMatchObject({
      side: 'business',
      media: { kind: 'document', caption: 'Our offer', fileName: 'offer.pdf' },
    });
    expect(phones.files.get(shown?.media?.file ?? '')).toEqual({ bytes: pdf, mimeType: 'application/pdf' });
    await pass(10_000);
    expect(events().at(-1)).toMatchObject({ status: 'read' });
  });

  test('takes a link that gives no file, and tells later that it failed', async () => {
    const { carrier, send, phones, events, pass } = await connectedWorld();
    carrier.customerWrites({ ...wish, text: 'Hello' });
    expect(await send({ content })).toMatchObject({ ok: true });
    await pass(10_000);
    expect(phones.messages(ANA)).toHaveLength(1);
    expect(events().at(-1)).toMatchObject({ status: 'failed', failure: { reason: 'media', code: '131053' } });
  });
});

describe('Twilio', () => {
  const setup = async () => {
    const world = carrierWorld(createTwilioCarrier);
    const gateway = gatewayOf(twilio, world.carrier);
    await world.carrier.setWebhook(ADDRESS);
    world.carrier.customerWrites({ from: ANA, channel: 'whatsapp', to: '+14155238886', text: 'Hello' });
    const message = { key: 'key-1', channel: 'whatsapp', from: '+14155238886', content } as const;
    const to = { kind: 'phone', phone: parsePhoneNumber(ANA)! } as const;
    const send = () =>
      world.carrier.handle(asCall(requestOf(gateway, { ...message, to, statusUrl: `${ADDRESS}/status/key-1` })));
    const events = () => world.told.flatMap((call) => gateway.parse(asWebhook(call)).events);
    return { ...world, send, events };
  };

  test('fetches a file from its link and shows it on the phone with its caption', async () => {
    const { send, links, phones } = await setup();
    links[LINK] = answered;
    expect((await send()).status).toBe(201);
    expect(phones.messages(ANA).at(-1)).toMatchObject({ media: { kind: 'document', caption: 'Our offer' } });
  });

  test('takes a link that gives no file, and tells later that it failed', async () => {
    const { send, phones, events, pass } = await setup();
    expect((await send()).status).toBe(201);
    await pass(10_000);
    expect(phones.messages(ANA)).toHaveLength(1);
    expect(events().at(-1)).toMatchObject({ status: 'failed', failure: { reason: 'media', code: '63019' } });
  });
});

describe.each([
  ['vonage', '1380'],
  ['messagebird', '131053'],
  ['bird', '131053'],
  ['bird-platform', 'undeliverable/131053'],
  ['infobip', '7013'],
])('%s', (id, code) => {
  const setup = async () => {
    const [provider, create] = [registry.get(id)!, CARRIERS[id]!];
    const world = carrierWorld(create);
    const gateway = gatewayOf(provider, world.carrier);
    await world.carrier.setWebhook(ADDRESS);
    const { numbers } = world.state.carrier as CarrierState;
    const { number, receiver } = numbers.find(({ channel }) => channel === 'whatsapp')!;
    world.carrier.customerWrites({ from: ANA, channel: 'whatsapp', to: number, text: 'Hello' });
    const to = { kind: 'phone', phone: parsePhoneNumber(ANA)! } as const;
    const statusUrl = `${ADDRESS}/status/key-1`;
    const message = { key: 'key-1', channel: 'whatsapp', from: receiver, to, content, statusUrl } as const;
    const events = () => world.told.flatMap((call) => gateway.parse(asWebhook(call)).events);
    return { ...world, send: () => world.carrier.handle(asCall(requestOf(gateway, message))), events };
  };

  test('fetches a file from its link and shows it on the phone with its caption', async () => {
    const { send, links, phones } = await setup();
    links[LINK] = answered;
    expect((await send()).status).toBeLessThan(300);
    const shown = phones.messages(ANA).at(-1);
    expect(shown).toMatchObject({ side: 'business', media: { kind: 'document', caption: 'Our offer' } });
    expect(phones.files.get(shown?.media?.file ?? '')?.bytes).toEqual(pdf);
  });

  test('takes a link that gives no file, and tells later that it failed', async () => {
    const { send, phones, events, pass } = await setup();
    expect((await send()).status).toBeLessThan(300);
    await pass(10_000);
    expect(phones.messages(ANA)).toHaveLength(1);
    expect(events().at(-1)).toMatchObject({ status: 'failed', failure: { reason: 'media', code } });
  });
});
