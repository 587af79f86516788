import { type Account, numberOf } from '../account';
import type { StaffWish } from '../carrier';
import { notify } from '../webhooks';
import { changeCall, seconds } from './events';
import { RETRY_WAITS_MS } from './retry';
import { newWamid } from './send';

/**
 * Staff answer in the WhatsApp Business app on a number that is in the Cloud API as well (coexistence): Meta echoes it.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/smb_message_echoes (read 2026-11)
 */
export function staffWrites(account: Account, { from, to, text }: StaffWish): { id: string } {
  const number = numberOf(account, from, 'whatsapp');
  const id = newWamid(account);
  account.phones.show(to, { id, side: 'business', channel: 'whatsapp', from, to, text, status: 'delivered' });
  const echo = {
    from: from.slice(1),
    to: to.slice(1),
    id,
    timestamp: seconds(account.agenda.now()),
    type: 'text',
    text: { body: text },
  };
  const metadata = { display_phone_number: from.slice(1), phone_number_id: number.receiver };
  const value = { messaging_product: 'whatsapp', metadata, message_echoes: [echo] };
  const call = changeCall(account, { field: 'smb_message_echoes', value });
  if (call) notify(account, { what: 'Meta echoes a message of staff', call, waitsMs: RETRY_WAITS_MS }, 300);
  return { id };
}
