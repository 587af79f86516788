import type { Content } from '../../domain/content';
import { namedReceiver, receiverOf, smsSender } from '../addresses';
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
  const providerId = fields.get('id') ?? fields.get('mid');
  const named = ownNumberIn(fields);
  if (!providerId || !named) return 'unknown event';
  const sender = smsSender(e164(fields.get('originator')), fields.get('originator'));
  if (!sender) return 'sender without a number';
  // `receive_datetime` of short codes tells no time zone, so it tells no time.
  const at = epochMs(fields.get('createdDatetime'));
  return {
    kind: 'message',
    ...named,
    receiverDisplay: named.receiver,
    channel: 'sms',
    providerId,
    from: [sender],
    content: contentOf(fields),
    ...(at !== undefined && { at }),
  };
}

/** What is meant for a program on the phone is no text: its bytes in hexadecimal would tell nobody anything. */
function contentOf(fields: Fields): Content {
  if (isBinary(fields)) return { kind: 'unsupported', description: 'binary' };
  const text = textOf(fields);
  return text ? { kind: 'text', text } : { kind: 'unsupported', description: 'empty' };
}

/**
 * https://developers.messagebird.com/api/sms-messaging#the-message-object, `type` (read 2026-11). A header that names a port
 * (its first element is 04 or 05: 3GPP TS 23.040, 9.2.3.24) leads to a program as well; other headers join parts of a text.
 */
const isBinary = (fields: Fields): boolean =>
  [fields.get('type'), fields.get('datacoding')].includes('binary') || /^[\da-f]{2}0[45]/i.test(headerIn(fields));

const headerIn = (fields: Fields): string => fields.get('udh') ?? fields.get('typeDetails[udh]') ?? '';

const textOf = (fields: Fields) => fields.get('body') ?? fields.get('message') ?? fields.get('payload');

/** A short code is told apart from numbers: it is nobody's number without its plus sign. */
function ownNumberIn(fields: Fields) {
  const [code, raw] = [fields.get('shortcode'), fields.get('recipient') ?? fields.get('receiver')];
  if (code) return { receiver: receiverOf(code) };
  return raw ? namedReceiver(raw) : undefined;
}
