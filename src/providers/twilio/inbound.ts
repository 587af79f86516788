import type { ContactAddress } from '../../domain/contact';
import type { Referral } from '../../domain/content';
import { parsePhoneNumber } from '../../domain/ids';
import { addressesOf, smsSender } from '../addresses';
import { word } from '../lenient';
import type { WebhookRequest } from '../provider';
import type { ParsedWebhook, ProviderEvent } from '../providerEvent';
import { contentsOf } from './content';
import { addressOf, type Fields, fieldsOf } from './payloads';
import { reportOf } from './statuses';

/** Twilio sends one message or one report per webhook; a message with several files becomes one event per file. */
export function parse(request: WebhookRequest): ParsedWebhook {
  const fields = fieldsOf(request);
  const outcome = fields.get('MessageStatus') ? reportOf(fields, request.suffix) : messages(fields);
  return typeof outcome === 'string' ? { events: [], ignored: [outcome] } : { events: outcome, ignored: [] };
}

function messages(fields: Fields): ProviderEvent[] | string {
  const sid = fields.get('MessageSid') ?? fields.get('SmsMessageSid');
  if (!sid) return 'unknown event';
  const to = addressOf(fields.get('To'));
  if (!to?.value) return `channel ${word(fields.get('To')?.split(':')[0] ?? 'unknown')}`;
  const [first, ...others] = sendersOf(fields);
  if (!first) return 'sender without a number';
  const [name, quotes] = [fields.get('ProfileName')?.trim(), fields.get('OriginalRepliedMessageSid')];
  const referral = referralOf(fields);
  const keyword = KEYWORDS[fields.get('OptOutType') ?? ''];
  return contentsOf(fields).map((content, index) => ({
    kind: 'message',
    receiver: to.value,
    receiverDisplay: to.value,
    channel: to.channel,
    // Only the first file may bear the message's own id: the others would look like repetitions of it.
    providerId: index === 0 ? sid : `${sid}/${index}`,
    from: [first, ...others],
    ...(name && { name }),
    content,
    ...(quotes && { quotes }),
    ...(keyword && { keyword }),
    ...(referral && { referral }),
  }));
}

/** Click to WhatsApp. https://www.twilio.com/docs/messaging/guides/webhook-request#whatsapp-specific-parameters (read 2026-11) */
function referralOf(fields: Fields): Referral | undefined {
  const [url, headline, body] = ['ReferralSourceUrl', 'ReferralHeadline', 'ReferralBody'].map(fields.get);
  if (!url && !headline && !body && !fields.get('ReferralSourceId')) return undefined;
  return { ...(url && { url }), ...(headline && { headline }), ...(body && { body }) };
}

/** Set when Advanced Opt-Out handled the word. https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out (read 2026-11) */
const KEYWORDS: Readonly<Record<string, 'stop' | 'start' | 'help'>> = { STOP: 'stop', START: 'start', HELP: 'help' };

/** Where a WhatsApp user hides the number, `From` is the user id and `WaId` is missing. */
function sendersOf(fields: Fields): ContactAddress[] {
  const from = addressOf(fields.get('From'));
  const waId = fields.get('WaId');
  if (from?.channel === 'sms') return [smsSender(parsePhoneNumber(from.value), from.value)].flatMap((one) => one ?? []);
  const phone = parsePhoneNumber(from?.value ?? '') ?? (waId ? parsePhoneNumber(`+${waId}`) : undefined);
  const external = addressOf(fields.get('ExternalUserId'))?.value ?? '';
  return addressesOf(phone, [from?.channel === 'whatsapp' ? from.value : '', external]);
}
