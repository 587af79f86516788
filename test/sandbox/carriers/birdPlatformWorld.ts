import { createBirdPlatformCarrier } from '../../../sandbox/carriers/birdPlatform';
import { parsePhoneNumber } from '../../../src/domain/ids';
import { birdPlatform } from '../../../src/providers/bird-platform';
import type { OutboundMessage } from '../../../src/providers/outboundMessage';
import { requestOf, textContent } from '../../providers/webhookRequest';
import { ADDRESS, ANA, asCall, asWebhook, BEGINS, carrierWorld, gatewayOf } from './carrierWorld';

export const NOW = new Date(BEGINS);
export const NUMBER = '+12025550143';
export const key = '10000.00000000000000000000000000000001.1:000002';

/** A carrier of the Bird platform with the app connected to it. */
export async function connectedWorld() {
  const world = carrierWorld(createBirdPlatformCarrier);
  const gateway = gatewayOf(birdPlatform, world.carrier);
  await world.carrier.setWebhook(ADDRESS);
  const message: OutboundMessage = {
    key,
    channel: 'whatsapp',
    from: NUMBER,
    to: { kind: 'phone', phone: parsePhoneNumber(ANA)! },
    content: textContent('We are on it'),
    statusUrl: `${ADDRESS}/status/key`,
  };
  const send = async (part: Partial<OutboundMessage> = {}) => {
    const { status, headers, body } = await world.carrier.handle(asCall(requestOf(gateway, { ...message, ...part })));
    return gateway.readAnswer({ status, headers, body: String(body) });
  };
  const ask = async (path: string) => {
    const check = asCall(gateway.check(NOW));
    return world.carrier.handle({ ...check, url: `https://eu1.platform.bird.com${path}` });
  };
  const verdicts = () => world.told.map((call) => gateway.verify(asWebhook(call), new Date(world.agenda.now())));
  const events = () => world.told.flatMap((call) => gateway.parse(asWebhook(call)).events);
  return { ...world, gateway, message, send, ask, verdicts, events };
}
