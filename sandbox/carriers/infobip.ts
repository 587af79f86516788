import { type Account, hex, lineOf, noteInbound, numberOf, openAccount, timeOf } from './account';
import type { BusinessNumber, Carrier, CarrierParts, CustomerWish } from './carrier';
import { consoleOf, takeAddress } from './console';
import { answerInfobip } from './infobip/api';
import { messageResult, webhookCall } from './infobip/events';
import { RETRY_WAITS_MS } from './infobip/retry';
import { putOnPhone } from './putOnPhone';
import { pauseTemplate } from './templateBook';
import { notify, performNotices } from './webhooks';

/** The other end of Infobip: the account's own API host and its webhooks, for SMS and WhatsApp. */
export function createInfobipCarrier(parts: CarrierParts): Carrier {
  const account = openAccount(parts, 'infobip', () => firstAccount(parts));
  performNotices(account);
  return {
    id: 'infobip',
    title: 'Infobip',
    hosts: ['api.infobip.com', '*.api.infobip.com'],
    proof: { header: 'authorization', coversBody: false, ages: false },
    ...consoleOf(account),
    setWebhook: async (url) =>
      takeAddress(account, url, 'The notification profile posts to this address with Basic authorization.'),
    handle: async (call) => answerInfobip(account, call),
    customerWrites: (wish) => customerWrites(account, wish),
    pauseTemplate: (name) => pausesTemplate(account, name),
  };
}

function firstAccount({ chance }: CarrierParts) {
  const numbers: BusinessNumber[] = [
    { channel: 'sms', number: '+385951006730', receiver: '+385951006730' },
    { channel: 'whatsapp', number: '+447860099299', receiver: '+447860099299' },
  ];
  const credentials = {
    baseUrl: `${hex(chance, 6)}.api.infobip.com`,
    apiKey: `${hex(chance, 32)}-${hex(chance, 8)}`,
    webhookSecret: hex(chance, 32),
    webhookSecurity: 'basic',
  };
  return { credentials, numbers };
}

function customerWrites(account: Account, wish: CustomerWish): { id: string } {
  const number = numberOf(account, wish.to, wish.channel);
  const id = newMessageId(account, wish);
  putOnPhone(account, wish, id);
  const result = messageResult(account, wish, id);
  if (!result) return { id };
  if (!wish.reaction) noteInbound(account, lineOf(wish.from, number.receiver), timeOf(account, wish));
  const call = webhookCall(account, result);
  const tickWhenTaken = { phone: wish.from, id, status: 'delivered' as const };
  if (call) notify(account, { what: 'Infobip tells of a message', call, waitsMs: RETRY_WAITS_MS, tickWhenTaken }, 300);
  return { id };
}

/** WhatsApp's own id is passed on; an SMS gets a number. */
const newMessageId = ({ chance }: Account, { channel }: CustomerWish): string =>
  channel === 'whatsapp'
    ? `wamid.${Buffer.from(hex(chance, 40), 'hex').toString('base64')}`
    : String(chance.below(1e9)).padStart(9, '8') + String(chance.below(1e9)).padStart(9, '0');

function pausesTemplate(account: Account, name: string): void {
  pauseTemplate(account, name);
  const change = { type: 'TEMPLATE_STATUS_UPDATE', newStatus: 'FIRST_PAUSED', reason: 'NONE' };
  const told = { messageTemplateId: '1001', messageTemplateName: name, messageTemplateLanguage: 'en', change };
  const call = webhookCall(account, told);
  if (call) notify(account, { what: 'Infobip tells of a template', call, waitsMs: RETRY_WAITS_MS }, 300);
}
