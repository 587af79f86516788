import { type Account, digits, hex, lineOf, noteInbound, numberOf, openAccount, timeOf } from './account';
import type { Carrier, CarrierParts, CustomerWish } from './carrier';
import { consoleOf } from './console';
import { answerGraph } from './meta/api';
import { changeCall, messageValue, signedNow, webhookCall } from './meta/events';
import { MEDIA_HOST } from './meta/media';
import { RETRY_WAITS_MS } from './meta/retry';
import { newWamid } from './meta/send';
import { staffWrites } from './meta/staff';
import { putOnPhone } from './putOnPhone';
import { pauseTemplate } from './templateBook';
import { notify, performNotices } from './webhooks';

/** The other end of the WhatsApp Cloud API: graph.facebook.com and Meta's webhooks. */
export function createMetaCarrier(parts: CarrierParts): Carrier {
  const account = openAccount(parts, 'meta', () => firstAccount(parts));
  performNotices(account, (call) => signedNow(account, call));
  return {
    id: 'meta',
    title: 'Meta WhatsApp Cloud API',
    hosts: ['graph.facebook.com', MEDIA_HOST],
    proof: { header: 'x-hub-signature-256', coversBody: true, ages: false },
    ...consoleOf(account, ({ channel }) => {
      if (channel !== 'whatsapp') throw new Error('Meta carries WhatsApp only');
      return digits(parts.chance, 15);
    }),
    setWebhook: (url) => setWebhook(account, url),
    handle: async (call) => answerGraph(account, call),
    customerWrites: (wish) => customerWrites(account, wish),
    staffWrites: (wish) => staffWrites(account, wish),
    pauseTemplate: (name) => pausesTemplate(account, name),
  };
}

function firstAccount({ chance }: CarrierParts) {
  const receiver = digits(chance, 15);
  return {
    credentials: {
      phoneNumberId: receiver,
      businessAccountId: digits(chance, 15),
      accessToken: `EAA${hex(chance, 60)}`,
      appSecret: hex(chance, 32),
      verifyToken: `verify-${hex(chance, 12)}`,
    },
    numbers: [{ channel: 'whatsapp' as const, number: '+4930901820', receiver }],
  };
}

/** Meta takes an address only after it has returned a challenge. */
async function setWebhook({ own, webTrigger, chance }: Account, url: string) {
  const challenge = digits(chance, 10);
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.challenge': challenge,
    'hub.verify_token': own.credentials.verifyToken ?? '',
  });
  const address = `${url}${url.includes('?') ? '&' : '?'}${query.toString()}`;
  const { status, body } = await webTrigger({ method: 'GET', url: address, headers: {}, body: '' });
  const answer = typeof body === 'string' ? body : new TextDecoder().decode(body);
  if (status !== 200 || answer !== challenge) {
    return { ok: false, message: `The callback URL or verify token couldn't be validated (HTTP ${status}).` };
  }
  own.webhook = { url, lastStatus: status };
  return { ok: true, message: 'The address returned the challenge and is set.' };
}

function customerWrites(account: Account, wish: CustomerWish): { id: string } {
  const number = numberOf(account, wish.to, wish.channel);
  const id = newWamid(account);
  putOnPhone(account, wish, id);
  // Meta does not say that reactions, edits or deletions open the window: they do not here.
  if (!wish.reaction && !wish.edit && !wish.deletion && !wish.newPhone)
    noteInbound(account, lineOf(wish.from, number.receiver), timeOf(account, wish));
  const call = webhookCall(account, number, messageValue(account, wish, id));
  const tickWhenTaken = { phone: wish.from, id, status: 'delivered' as const };
  if (call) notify(account, { what: 'Meta tells of a message', call, waitsMs: RETRY_WAITS_MS, tickWhenTaken }, 300);
  return { id };
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_status_update (read 2026-11) */
function pausesTemplate(account: Account, name: string): void {
  pauseTemplate(account, name);
  const value = {
    event: 'PAUSED',
    message_template_id: 1001,
    message_template_name: name,
    message_template_language: 'en',
    reason: 'NONE',
  };
  const call = changeCall(account, { field: 'message_template_status_update', value });
  if (call) notify(account, { what: 'Meta tells of a template', call, waitsMs: RETRY_WAITS_MS }, 300);
}
