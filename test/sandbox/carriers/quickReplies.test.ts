import { createBirdCarrier } from '../../../sandbox/carriers/bird';
import { createInfobipCarrier } from '../../../sandbox/carriers/infobip';
import { createMessageBirdCarrier } from '../../../sandbox/carriers/messagebird';
import { createMetaCarrier } from '../../../sandbox/carriers/meta';
import { createTwilioCarrier } from '../../../sandbox/carriers/twilio';
import { createVonageCarrier } from '../../../sandbox/carriers/vonage';
import { bird } from '../../../src/providers/bird';
import { infobip } from '../../../src/providers/infobip';
import { messagebird } from '../../../src/providers/messagebird';
import { meta } from '../../../src/providers/meta';
import { twilio } from '../../../src/providers/twilio';
import { vonage } from '../../../src/providers/vonage';
import { ADDRESS, ANA, asWebhook, carrierWorld, gatewayOf } from './carrierWorld';

const CARRIERS = [
  { create: createMetaCarrier, provider: meta },
  { create: createTwilioCarrier, provider: twilio },
  { create: createVonageCarrier, provider: vonage },
  { create: createInfobipCarrier, provider: infobip },
  { create: createMessageBirdCarrier, provider: messagebird },
  { create: createBirdCarrier, provider: bird },
] as const;

test.each(CARRIERS.map((one) => ({ ...one, id: one.provider.id })))(
  'a quick reply that the customer presses is read as a choice: $id',
  async ({ create, provider }) => {
    const { carrier, told, pass, phones } = carrierWorld(create);
    await carrier.setWebhook(ADDRESS);
    told.length = 0;
    const to = carrier.numbers().find(({ channel }) => channel === 'whatsapp')?.number ?? '';
    const pressed = { text: 'Yes, please', quotes: 'template-1', pressed: true };
    carrier.customerWrites({ from: ANA, channel: 'whatsapp', to, ...pressed });
    await pass(1_000);
    const gateway = gatewayOf(provider, carrier);
    expect(told.flatMap((call) => gateway.parse(asWebhook(call)).events)).toMatchObject([
      { kind: 'message', content: { kind: 'choice', text: 'Yes, please' } },
    ]);
    expect(phones.messages(ANA)).toMatchObject([{ text: 'Yes, please', quotes: 'template-1' }]);
  },
);
