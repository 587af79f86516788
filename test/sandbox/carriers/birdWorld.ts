import { createBirdCarrier } from '../../../sandbox/carriers/bird';
import { parsePhoneNumber } from '../../../src/domain/ids';
import { bird } from '../../../src/providers/bird';
import type { OutboundMessage } from '../../../src/providers/outboundMessage';
import { requestOf, textContent } from '../../providers/webhookRequest';
import { ADDRESS, ANA, asCall, asWebhook, BEGINS, carrierWorld, gatewayOf } from './carrierWorld';

export const NOW = new Date(BEGINS);
export const key = '10000.00000000000000000000000000000001.1:000002';
export const sms = { from: ANA, channel: 'sms', to: '+3197010253802' } as const;
export const whatsApp = { from: ANA, channel: 'whatsapp', to: '+3197010253801' } as const;

/** A carrier of Bird's Channels API with the app connected to it. */
export async function connectedWorld() {
  const world = carrierWorld(createBirdCarrier);
  const gateway = gatewayOf(bird, world.carrier);
  await world.carrier.setWebhook(ADDRESS);
  const channelOf = (channel: 'whatsapp' | 'sms') =>
    world.carrier.numbers().find((one) => one.channel === channel)?.receiver ?? '';
  const message: OutboundMessage = {
    key,
    channel: 'whatsapp',
    from: channelOf('whatsapp'),
    to: { kind: 'phone', phone: parsePhoneNumber(ANA)! },
    content: textContent('We are on it'),
    statusUrl: `${ADDRESS}/status/key`,
  };
  const send = async (part: Partial<OutboundMessage> = {}) => {
    const { status, headers, body } = await world.carrier.handle(asCall(requestOf(gateway, { ...message, ...part })));
    return gateway.readAnswer({ status, headers, body: String(body) });
  };
  const bySms = { channel: 'sms', from: channelOf('sms') } as const;
  const verdicts = () => world.told.map((call) => gateway.verify(asWebhook(call), new Date(world.agenda.now())));
  const events = () => world.told.flatMap((call) => gateway.parse(asWebhook(call)).events);
  return { ...world, gateway, channelOf, bySms, send, verdicts, events };
}
