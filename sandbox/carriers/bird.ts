import { type Account, hex, lineOf, noteInbound, numberOf, openAccount, timeOf } from './account';
import { answerBird, API } from './bird/api';
import { eventCall, inboundPayload, signedNow } from './bird/events';
import { RETRY_WAITS_MS } from './bird/retry';
import type { BusinessNumber, Carrier, CarrierParts, CustomerWish } from './carrier';
import { putOnPhone } from './putOnPhone';
import { notify, performNotices } from './webhooks';

/** The other end of Bird's Channels API: app.bird.com and its webhook subscriptions, for SMS and WhatsApp. */
export function createBirdCarrier(parts: CarrierParts): Carrier {
  const account = openAccount(parts, 'bird', () => firstAccount(parts));
  performNotices(account, (call) => signedNow(account, call));
  const { own } = account;
  return {
    id: 'bird',
    title: 'Bird (Channels API)',
    hosts: [API, 'media.nest.messagebird.com', 'media.api.bird.com'],
    credentials: () => own.credentials,
    numbers: () => own.numbers,
    addNumber({ channel, number }) {
      const added = { channel, number, receiver: parts.chance.uuid() };
      own.numbers.push(added);
      return added;
    },
    webhook: () => own.webhook,
    setWebhook: async (url) => setWebhook(account, url),
    handle: async (call) => answerBird(account, call),
    customerWrites: (wish) => customerWrites(account, wish),
    outbox: () => own.outbox,
    setSwitches: (switches) => void Object.assign(own.switches, switches),
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

/** One subscription for each kind of event, all to the same address. */
function setWebhook({ own }: Account, url: string) {
  if (!URL.canParse(url)) return { ok: false, message: 'The URL of a subscription has to be a valid URL.' };
  own.webhook = { url };
  return { ok: true, message: 'The subscriptions for inbound, outbound and interaction events are active.' };
}

function customerWrites(account: Account, wish: CustomerWish): { id: string } {
  const number = numberOf(account, wish.to, wish.channel);
  const id = account.chance.uuid();
  putOnPhone(account, wish, id);
  const payload = inboundPayload(account, wish, id);
  const line = lineOf(wish.from, number.receiver);
  if (wish.channel === 'sms') noteOptOut(account, line, wish.text ?? '');
  else if (payload && !wish.reaction) noteInbound(account, line, timeOf(account, wish));
  const call = payload && eventCall(account, { event: `${wish.channel}.inbound`, payload });
  if (!call) return { id };
  const tickWhenTaken = { phone: wish.from, id, status: 'delivered' as const };
  notify(account, { what: 'Bird tells of a message', call, waitsMs: RETRY_WAITS_MS, tickWhenTaken }, 300);
  return { id };
}

/** From then on an SMS to the customer fails by a report, until the customer writes START. */
function noteOptOut({ own }: Account, line: string, text: string): void {
  const bare = text.trim();
  if (/^(stop|stopall|unsubscribe)$/i.test(bare)) own.optedOut = [...new Set([...own.optedOut, line])];
  if (/^(start|unstop)$/i.test(bare)) own.optedOut = own.optedOut.filter((one) => one !== line);
}
