import { type Account, hex, lineOf, noteInbound, numberOf, openAccount, timeOf } from './account';
import type { BusinessNumber, Carrier, CarrierParts, CustomerWish } from './carrier';
import { consoleOf, takeAddress } from './console';
import { noteOptOut, type OptOutWords } from './optOut';
import { putOnPhone } from './putOnPhone';
import { answerTwilio } from './twilio/api';
import { formCall, messageParams, signedNow } from './twilio/events';
import { MEDIA_HOST } from './twilio/media';
import { retryWaitsMs } from './twilio/retry';
import { pauseTemplate } from './templateBook';
import { notify, performNotices } from './webhooks';

/** The other end of Twilio: api.twilio.com and its webhooks, for SMS and WhatsApp. */
export function createTwilioCarrier(parts: CarrierParts): Carrier {
  const account = openAccount(parts, 'twilio', () => firstAccount(parts));
  performNotices(account, (call) => signedNow(account, call));
  return {
    id: 'twilio',
    title: 'Twilio',
    hosts: ['api.twilio.com', 'content.twilio.com', 'messaging.twilio.com', MEDIA_HOST],
    proof: { header: 'x-twilio-signature', coversBody: true, ages: false },
    ...consoleOf(account),
    setWebhook: async (url) => takeAddress(account, url, 'The address is set for all numbers of the account.'),
    handle: async (call) => answerTwilio(account, call),
    customerWrites: (wish) => customerWrites(account, wish),
    pauseTemplate: (name) => pauseTemplate(account, name),
  };
}

function firstAccount({ chance }: CarrierParts) {
  const numbers: BusinessNumber[] = [
    { channel: 'sms', number: '+385951006719', receiver: '+385951006719' },
    { channel: 'whatsapp', number: '+14155238886', receiver: '+14155238886' },
  ];
  return { credentials: { accountSid: `AC${hex(chance, 32)}`, authToken: hex(chance, 32) }, numbers };
}

function customerWrites(account: Account, wish: CustomerWish): { id: string } {
  const number = numberOf(account, wish.to, wish.channel);
  const id = `${wish.media && wish.channel === 'sms' ? 'MM' : 'SM'}${hex(account.chance, 32)}`;
  putOnPhone(account, wish, id);
  // Twilio passes no reactions, edits or deletions on.
  if (wish.reaction ?? wish.edit ?? wish.deletion) return { id };
  noteInbound(account, lineOf(wish.from, number.receiver), timeOf(account, wish));
  if (wish.channel === 'sms')
    noteOptOut(account, lineOf(wish.from, number.receiver), { text: wish.text ?? '', words: WORDS });
  const { url } = account.own.webhook;
  if (!url) return { id };
  const call = formCall(url, messageParams(account, wish, id));
  const tickWhenTaken = { phone: wish.from, id, status: 'delivered' as const };
  notify(account, { what: 'Twilio tells of a message', call, waitsMs: retryWaitsMs(url), tickWhenTaken }, 300);
  return { id };
}

// https://help.twilio.com/articles/223134027 (read 2026-11): the bare word alone, in any case.
const WORDS: OptOutWords = {
  stop: /^(stop|stopall|unsubscribe|cancel|end|quit|revoke|optout)$/i,
  start: /^(start|yes|unstop)$/i,
};
