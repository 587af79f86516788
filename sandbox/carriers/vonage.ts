import { type Account, digits, hex, lineOf, noteInbound, numberOf, openAccount, timeOf } from './account';
import type { BusinessNumber, Carrier, CarrierParts, CustomerWish } from './carrier';
import { consoleOf, takeAddress } from './console';
import { noteOptOut, type OptOutWords } from './optOut';
import { putOnPhone } from './putOnPhone';
import { answerVonage } from './vonage/api';
import { demoKey } from './vonage/demoKey';
import { inboundBody, signedNow, webhookCall } from './vonage/events';
import { RETRY_WAITS_MS } from './vonage/retry';
import { uuid } from './vonage/uuid';
import { pauseTemplate } from './templateBook';
import { notify, performNotices } from './webhooks';

/** The other end of Vonage's Messages API: api.nexmo.com, its regions and its webhooks, for SMS and WhatsApp. */
export function createVonageCarrier(parts: CarrierParts): Carrier {
  const account = openAccount(parts, 'vonage', () => firstAccount(parts));
  performNotices(account, (call) => signedNow(account, call));
  return {
    id: 'vonage',
    title: 'Vonage',
    hosts: ['api.nexmo.com', 'api-eu.nexmo.com', 'api-us.nexmo.com', 'api-ap.nexmo.com'],
    proof: { header: 'authorization', coversBody: true, ages: true },
    ...consoleOf(account),
    setWebhook: async (url) =>
      takeAddress(account, url, 'The address is set as inbound URL and status URL of the application.'),
    handle: async (call) => answerVonage(account, call),
    customerWrites: (wish) => customerWrites(account, wish),
    pauseTemplate: (name) => pauseTemplate(account, name),
  };
}

/** One number for both channels. */
function firstAccount({ chance }: CarrierParts) {
  const number = { number: '+447700900123', receiver: '+447700900123' };
  const numbers: BusinessNumber[] = [
    { channel: 'whatsapp', ...number },
    { channel: 'sms', ...number },
  ];
  const credentials = {
    applicationId: uuid({ chance }),
    privateKey: demoKey(),
    signatureSecret: hex(chance, 32),
    whatsAppAccountId: digits(chance, 15),
    region: 'eu',
  };
  return { credentials, numbers };
}

function customerWrites(account: Account, wish: CustomerWish): { id: string } {
  const number = numberOf(account, wish.to, wish.channel);
  const id = uuid(account);
  putOnPhone(account, wish, id);
  const body = inboundBody(account, wish, id);
  if (!body) return { id };
  const line = lineOf(wish.from, number.receiver);
  if (wish.channel === 'whatsapp' && !wish.reaction) noteInbound(account, line, timeOf(account, wish));
  if (wish.channel === 'sms') noteOptOut(account, line, { text: wish.text ?? '', words: WORDS });
  const call = webhookCall(account.own.webhook.url, body);
  if (!call) return { id };
  const tickWhenTaken = { phone: wish.from, id, status: 'delivered' as const };
  const notice = { what: 'Vonage tells of a message', waitsMs: RETRY_WAITS_MS, givesUpOn4xx: true } as const;
  notify(account, { ...notice, call, tickWhenTaken }, 300);
  return { id };
}

// The bare word alone, in any case: what carriers in the US ask for. Vonage publishes no list of its own.
const WORDS: OptOutWords = {
  stop: /^(stop|stopall|unsubscribe|cancel|end|quit)$/i,
  start: /^(start|yes|unstop)$/i,
};
