import { createInfobipCarrier } from '../../../sandbox/carriers/infobip';
import { parsePhoneNumber } from '../../../src/domain/ids';
import { infobip } from '../../../src/providers/infobip';
import type { OutboundMessage } from '../../../src/providers/outboundMessage';
import { requestOf, textContent } from '../../providers/webhookRequest';
import { ADDRESS, ANA, asCall, asWebhook, BEGINS, carrierWorld, gatewayOf } from './carrierWorld';

export const NOW = new Date(BEGINS);
export const SMS = '+385951006730';
export const WHATSAPP = '+447860099299';
export const sms = { from: ANA, channel: 'sms', to: SMS } as const;
export const whatsApp = { from: ANA, channel: 'whatsapp', to: WHATSAPP } as const;
export const key = '10000.00000000000000000000000000000001.1:000002';

/** An Infobip carrier with the app connected to it. */
export async function connectedWorld() {
  const world = carrierWorld(createInfobipCarrier);
  const gateway = gatewayOf(infobip, world.carrier);
  await world.carrier.setWebhook(ADDRESS);
  const message: OutboundMessage = {
    key,
    channel: 'sms',
    from: SMS,
    to: { kind: 'phone', phone: parsePhoneNumber(ANA)! },
    content: textContent('We are on it'),
    statusUrl: `${ADDRESS}/status/${encodeURIComponent(key)}`,
  };
  const send = async (part: Partial<OutboundMessage> = {}) => {
    const call = asCall(requestOf(gateway, { ...message, ...part }));
    const { status, headers, body } = await world.carrier.handle(call);
    return gateway.readAnswer({ status, headers, body: String(body) });
  };
  const onWhatsApp = { channel: 'whatsapp', from: WHATSAPP } as const;
  const events = () => world.told.flatMap((call) => gateway.parse(asWebhook(call)).events);
  return { ...world, gateway, send, onWhatsApp, events };
}
