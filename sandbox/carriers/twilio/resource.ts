import type { Account } from '../account';
import type { SentMessage } from '../carrier';

/** A message as the API returns it. */
export function resourceOf({ own }: Account, message: SentMessage): object {
  const accountSid = own.credentials.accountSid ?? '';
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${message.id}`;
  const date = rfc2822(message.at);
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    body: message.text,
    date_created: date,
    date_sent: message.status === 'queued' ? null : date,
    date_updated: date,
    direction: 'outbound-api',
    error_code: null,
    error_message: null,
    from: message.from,
    messaging_service_sid: null,
    num_media: '0',
    num_segments: '1',
    price: null,
    price_unit: null,
    sid: message.id,
    status: message.status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: message.to,
    uri: `${uri}.json`,
  };
}

const rfc2822 = (ms: number) => new Date(ms).toUTCString().replace('GMT', '+0000');
