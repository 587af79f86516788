import { receiverOf, smsSender } from '../addresses';
import { word } from '../lenient';
import type { ProviderEvent } from '../providerEvent';
import { e164, epochMs, type Fields } from './payloads';
import { smsReport } from './statuses';
import { statusPathIn } from './statusPath';

/** An SMS, a report about one, or the reason why there is no event. */
export function smsEvent(fields: Fields, suffix: string): ProviderEvent | string {
  const path = statusPathIn(suffix);
  return path || fields.get('status') ? smsReport(fields, path ?? {}) : smsMessage(fields);
}

/** Long codes name `recipient` and `body`, short codes `shortcode` and `message`. */
function smsMessage(fields: Fields): ProviderEvent | string {
  const [providerId, text] = [fields.get('id') ?? fields.get('mid'), textOf(fields)];
  const receiver = ownNumberIn(fields);
  if (!providerId || !receiver) return 'unknown event';
  const sender = smsSender(e164(fields.get('originator')), fields.get('originator'));
  if (!sender) return 'sender without a number';
  // `receive_datetime` of short codes tells no time zone, so it tells no time.
  const at = epochMs(fields.get('createdDatetime'));
  return {
    kind: 'message',
    receiver,
    receiverDisplay: receiver,
    channel: 'sms',
    providerId,
    from: [sender],
    content: text ? { kind: 'text', text } : { kind: 'unsupported', description: word(fields.get('type') ?? 'empty') },
    ...(at !== undefined && { at }),
  };
}

const textOf = (fields: Fields) => fields.get('body') ?? fields.get('message') ?? fields.get('payload');

function ownNumberIn(fields: Fields): string | undefined {
  const raw = fields.get('shortcode') ?? fields.get('recipient') ?? fields.get('receiver');
  return raw ? receiverOf(raw) : undefined;
}
