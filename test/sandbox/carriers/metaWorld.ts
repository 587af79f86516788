import { createMetaCarrier } from '../../../sandbox/carriers/meta';
import { parsePhoneNumber } from '../../../src/domain/ids';
import { meta } from '../../../src/providers/meta';
import type { OutboundMessage } from '../../../src/providers/outboundMessage';
import { requestOf, textContent } from '../../providers/webhookRequest';
import { ADDRESS, ANA, asCall, asWebhook, BEGINS, carrierWorld, gatewayOf } from './carrierWorld';

export const NOW = new Date(BEGINS);
export const wish = { from: ANA, channel: 'whatsapp', to: '+4930901820' } as const;

/** A Meta carrier with the app connected to it. */
export async function connectedWorld() {
  const world = carrierWorld(createMetaCarrier);
  const gateway = gatewayOf(meta, world.carrier);
  await world.carrier.setWebhook(ADDRESS);
  world.told.length = 0;
  const [{ receiver } = { receiver: '' }] = world.carrier.numbers();
  const message: OutboundMessage = {
    key: 'key-1',
    channel: 'whatsapp',
    from: receiver,
    to: { kind: 'phone', phone: parsePhoneNumber(ANA)! },
    content: textContent('We are on it'),
    statusUrl: `${ADDRESS}/status/key-1`,
  };
  const send = async (part: Partial<OutboundMessage> = {}) => {
    const call = asCall(requestOf(gateway, { ...message, ...part }));
    const { status, headers, body } = await world.carrier.handle(call);
    return gateway.readAnswer({ status, headers, body: String(body) });
  };
  const events = () => world.told.flatMap((call) => gateway.parse(asWebhook(call)).events);
  return { ...world, gateway, receiver, send, events };
}
