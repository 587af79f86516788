import { type Account, hex, lineOf, noteInbound, numberOf, openAccount, timeOf } from './account';
import type { BusinessNumber, Carrier, CarrierParts, CustomerWish, StaffWish } from './carrier';
import { consoleOf, takeAddress } from './console';
import { answerMessageBird } from './messagebird/api';
import { conversationCall, signedNow, smsCall } from './messagebird/events';
import { receivedMessage } from './messagebird/message';
import { RETRY_WAITS_MS } from './messagebird/retry';
import { BASIC_WORDS, noteOptOut } from './optOut';
import { putOnPhone } from './putOnPhone';
import { pauseTemplate } from './templateBook';
import { notify, performNotices } from './webhooks';

/** The other end of MessageBird: the Conversations API for WhatsApp, the SMS API, and their webhooks. */
export function createMessageBirdCarrier(parts: CarrierParts): Carrier {
  const account = openAccount(parts, 'messagebird', () => firstAccount(parts));
  performNotices(account, (call) => signedNow(account, call));
  return {
    id: 'messagebird',
    title: 'MessageBird',
    hosts: ['conversations', 'rest', 'numbers', 'integrations', 'media'].map((name) => `${name}.messagebird.com`),
    proof: { header: 'messagebird-signature-jwt', coversBody: true, ages: true },
    ...consoleOf(account, ({ channel, number }) => (channel === 'sms' ? number : hex(parts.chance, 32))),
    setWebhook: async (url) =>
      takeAddress(account, url, 'The address is set for all numbers and channels of the account.'),
    handle: async (call) => answerMessageBird(account, call),
    customerWrites: (wish) => customerWrites(account, wish),
    closesConversation: (wish) => archives(account, wish),
    pauseTemplate: (name) => pauseTemplate(account, name),
  };
}

/** WhatsApp numbers are known by their channel. */
function firstAccount({ chance }: CarrierParts) {
  const numbers: BusinessNumber[] = [
    { channel: 'sms', number: '+31970010240126', receiver: '+31970010240126' },
    { channel: 'whatsapp', number: '+31970010240127', receiver: hex(chance, 32) },
  ];
  return { credentials: { accessKey: hex(chance, 25), signingKey: hex(chance, 32) }, numbers };
}

function customerWrites(account: Account, wish: CustomerWish): { id: string } {
  const number = numberOf(account, wish.to, wish.channel);
  const id = hex(account.chance, 32);
  putOnPhone(account, wish, id);
  const call = wish.channel === 'sms' ? ofSms(account, wish, id) : ofWhatsApp(account, wish, { id, number });
  if (!call) return { id };
  const tickWhenTaken = { phone: wish.from, id, status: 'delivered' as const };
  notify(account, { what: 'MessageBird tells of a message', call, waitsMs: RETRY_WAITS_MS, tickWhenTaken }, 300);
  return { id };
}

/** The Inbox archives the conversation, and the Conversations API tells of it. */
function archives(account: Account, { from, to }: Pick<StaffWish, 'from' | 'to'>): void {
  const { receiver: channelId } = numberOf(account, from, 'whatsapp');
  const call = conversationCall(account, { type: 'conversation.updated', phone: to, message: { channelId } });
  if (call)
    notify(account, { what: 'MessageBird tells of an archived conversation', call, waitsMs: RETRY_WAITS_MS }, 300);
}

/** Pictures do not come by SMS: of a message with a file only the words arrive. */
function ofSms(account: Account, wish: CustomerWish, id: string) {
  const text = wish.text ?? wish.media?.caption ?? '';
  noteOptOut(account, lineOf(wish.from, wish.to), { text, words: BASIC_WORDS });
  return smsCall(account, { id, from: wish.from, to: wish.to, text, at: timeOf(account, wish) });
}

/** MessageBird passes a deletion on, but no reactions, edits or changes of number. */
function ofWhatsApp(account: Account, wish: CustomerWish, { id, number }: { id: string; number: BusinessNumber }) {
  if (wish.reaction ?? wish.edit ?? wish.newPhone) return undefined;
  if (wish.deletion) {
    const message = { ...receivedMessage(account, wish, { id: wish.deletion.target, number }), status: 'deleted' };
    return conversationCall(account, { type: 'message.updated', phone: wish.from, message });
  }
  noteInbound(account, lineOf(wish.from, number.receiver), timeOf(account, wish));
  const message = receivedMessage(account, wish, { id, number });
  return conversationCall(account, { type: 'message.created', phone: wish.from, message });
}
