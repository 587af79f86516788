import { type Account, hex, lineOf, noteInbound, numberOf, openAccount, timeOf } from './account';
import { answerBird, API } from './bird/api';
import { eventCall, inboundPayload, signedNow } from './bird/events';
import { RETRY_WAITS_MS } from './bird/retry';
import type { BusinessNumber, Carrier, CarrierParts, CustomerWish } from './carrier';
import { consoleOf, takeAddress } from './console';
import { BASIC_WORDS, noteOptOut } from './optOut';
import { putOnPhone } from './putOnPhone';
import { notify, performNotices } from './webhooks';

/** The other end of Bird's Channels API: app.bird.com and its webhook subscriptions, for SMS and WhatsApp. */
export function createBirdCarrier(parts: CarrierParts): Carrier {
  const account = openAccount(parts, 'bird', () => firstAccount(parts));
  performNotices(account, (call) => signedNow(account, call));
  return {
    id: 'bird',
    title: 'Bird (Channels API)',
    hosts: [API, 'media.nest.messagebird.com', 'media.api.bird.com'],
    proof: { header: 'messagebird-signature', coversBody: true, ages: true },
    ...consoleOf(account, () => parts.chance.uuid()),
    setWebhook: async (url) =>
      takeAddress(account, url, 'The subscriptions for inbound, outbound and interaction events are active.'),
    handle: async (call) => answerBird(account, call),
    customerWrites: (wish) => customerWrites(account, wish),
  };
}

/** Every number is a channel of its own. The signing key is a word that Ada invented. */
function firstAccount({ chance }: CarrierParts) {
  const numbers: BusinessNumber[] = [
    { channel: 'whatsapp', number: '+3197010253801', receiver: chance.uuid() },
    { channel: 'sms', number: '+3197010253802', receiver: chance.uuid() },
  ];
  const credentials = { accessKey: hex(chance, 40), workspaceId: chance.uuid(), signingKey: hex(chance, 24) };
  return { credentials, numbers };
}

function customerWrites(account: Account, wish: CustomerWish): { id: string } {
  const number = numberOf(account, wish.to, wish.channel);
  const id = account.chance.uuid();
  putOnPhone(account, wish, id);
  const payload = inboundPayload(account, wish, id);
  const line = lineOf(wish.from, number.receiver);
  if (wish.channel === 'sms') noteOptOut(account, line, { text: wish.text ?? '', words: BASIC_WORDS });
  else if (payload && !wish.reaction) noteInbound(account, line, timeOf(account, wish));
  const call = payload && eventCall(account, { event: `${wish.channel}.inbound`, payload });
  if (!call) return { id };
  const tickWhenTaken = { phone: wish.from, id, status: 'delivered' as const };
  notify(account, { what: 'Bird tells of a message', call, waitsMs: RETRY_WAITS_MS, tickWhenTaken }, 300);
  return { id };
}
