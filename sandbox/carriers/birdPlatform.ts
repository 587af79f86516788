import { type Account, digits, hex, lineOf, noteInbound, numberOf, openAccount, timeOf } from './account';
import { answerBird } from './bird-platform/api';
import { eventCall, receivedData, signedNow } from './bird-platform/events';
import { RETRY_WAITS_MS } from './bird-platform/retry';
import type { BusinessNumber, Carrier, CarrierParts, CustomerWish } from './carrier';
import { consoleOf } from './console';
import { noteOptOut, type OptOutWords } from './optOut';
import { putOnPhone } from './putOnPhone';
import { notify, performNotices } from './webhooks';

/** The other end of the Bird platform: eu1.platform.bird.com and its webhooks, for SMS and WhatsApp. */
export function createBirdPlatformCarrier(parts: CarrierParts): Carrier {
  const account = openAccount(parts, 'bird-platform', () => firstAccount(parts));
  performNotices(account, (call) => signedNow(account, call));
  return {
    id: 'bird-platform',
    title: 'Bird (new platform)',
    hosts: ['eu1.platform.bird.com'],
    proof: { header: 'webhook-signature', coversBody: true, ages: true },
    ...consoleOf(account),
    setWebhook: async (url) => setWebhook(account, url),
    handle: async (call) => answerBird(account, call),
    customerWrites: (wish) => customerWrites(account, wish),
  };
}

/** One number for both channels. */
function firstAccount({ chance }: CarrierParts) {
  const number = { number: '+12025550143', receiver: '+12025550143' };
  const numbers: BusinessNumber[] = [
    { channel: 'whatsapp', ...number },
    { channel: 'sms', ...number },
  ];
  const secret = Buffer.from(hex(chance, 48), 'hex').toString('base64');
  return { credentials: { apiKey: `bk_eu1_${hex(chance, 32)}`, webhookSecret: `whsec_${secret}` }, numbers };
}

/** Bird asks the address nothing first; it has to be https, as which a sandbox on this machine counts. */
function setWebhook({ own }: Account, url: string) {
  if (!URL.canParse(url) || !isSafe(new URL(url)))
    return { ok: false, message: 'The webhook URL has to be a valid https URL.' };
  own.webhook = { url };
  return { ok: true, message: 'The webhook is active and hears of whatsapp.* and sms.*' };
}

const isSafe = ({ protocol, hostname }: URL): boolean => protocol === 'https:' || hostname === 'localhost';

function customerWrites(account: Account, wish: CustomerWish): { id: string } {
  const number = numberOf(account, wish.to, wish.channel);
  const id = `${wish.channel === 'sms' ? 'sms' : 'wam'}_${digits(account.chance, 26)}`;
  putOnPhone(account, wish, id);
  const line = lineOf(wish.from, number.receiver);
  const isUtterance = !(wish.reaction ?? wish.edit ?? wish.deletion ?? wish.newPhone);
  if (isUtterance && wish.channel === 'whatsapp') noteInbound(account, line, timeOf(account, wish));
  if (wish.channel === 'sms') noteOptOut(account, line, { text: wish.text ?? '', words: WORDS });
  const call = eventCall(account, {
    type: `${wish.channel}.received`,
    at: timeOf(account, wish),
    data: receivedData(account, wish, id),
  });
  if (!call) return { id };
  const tickWhenTaken = { phone: wish.from, id, status: 'delivered' as const };
  notify(account, { what: 'Bird tells of a message', call, waitsMs: RETRY_WAITS_MS, tickWhenTaken }, 300);
  return { id };
}

// https://bird.com/docs, SMS keyword rules of the system (read 2026-11): the bare word alone, in any case.
const WORDS: OptOutWords = {
  stop: /^(stop|stopall|unsubscribe|cancel|end|quit|revoke|optout)$/i,
  start: /^(start|yes|unstop)$/i,
};
