import { CARRIERS } from '../../../sandbox/world/wire';
import type { CarrierState } from '../../../sandbox/carriers/carrier';
import { registry } from '../../../src/providers/registry';
import type { OutboundFile } from '../../../src/providers/outboundMessage';
import { parsePhoneNumber } from '../../../src/domain/ids';
import { requestOf } from '../../providers/webhookRequest';
import { ADDRESS, ANA, asCall, asWebhook, carrierWorld, gatewayOf } from './carrierWorld';

const LINK = 'https://site.example/object-store/k1?signature=s';
const pdf = new Uint8Array([37, 80, 68, 70]);
const answered = { status: 200, headers: { 'content-type': 'application/pdf' }, body: pdf };
const file: OutboundFile = { kind: 'document', link: LINK, mimeType: 'application/pdf', fileName: 'offer.pdf' };
const content = { kind: 'media', file, caption: 'Our offer' } as const;

/** What a link that gives no file is called in a report; of a provider that is not here any code will do. */
const CODES: Readonly<Record<string, string>> = {
  meta: '131053',
  twilio: '63019',
  vonage: '1380',
  messagebird: '131053',
  bird: '131053',
  'bird-platform': 'undeliverable/131053',
  infobip: '7013',
};
/** These take a document without its name. */
const NAMELESS = ['twilio', 'messagebird'];
const CARRY_FILES = [...registry.values()].filter(({ limits }) => limits.whatsapp?.files.document);

describe.each(CARRY_FILES.map(({ id }) => id))('%s', (id) => {
  const code = CODES[id] ?? (expect.any(String) as string);
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
    expect(shown?.media?.fileName).toBe(NAMELESS.includes(id) ? undefined : 'offer.pdf');
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
