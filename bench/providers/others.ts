import { birdGateway, inboundEvent, signedByBird } from '../../test/providers/bird/birdCase';
import { fixture, infobipGateway, signedByInfobip, signedCredentials } from '../../test/providers/infobip/infobipCase';
import {
  conversationsBody,
  messagebirdGateway,
  signedByMessageBird,
} from '../../test/providers/messagebird/messagebirdCase';
import { signedByVonage, vonageGateway, whatsAppFromAna } from '../../test/providers/vonage/vonageCase';
import { ours } from './ours';
import type { Subject } from './subject';

/** Providers whose own kits read no webhooks for us to compare with. */
export function otherSubjects(): Subject[] {
  const vonage = JSON.stringify({ ...whatsAppFromAna, message_type: 'text', text: 'Pisač opet ne radi 🖨️' });
  const bird = JSON.stringify(inboundEvent({ body: { type: 'text', text: { text: 'Pisač opet ne radi 🖨️' } } }));
  const messagebird = JSON.stringify(conversationsBody());
  return [
    ours('Infobip, batch', infobipGateway(signedCredentials), signedByInfobip(fixture('batch'))),
    ours('MessageBird, WhatsApp text', messagebirdGateway(), signedByMessageBird({ body: messagebird })),
    ours('Bird (Channels API), WhatsApp text', birdGateway(), signedByBird(bird)),
    ours('Vonage, WhatsApp text', vonageGateway(), signedByVonage(vonage)),
  ];
}
