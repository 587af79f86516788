import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHmac } from 'node:crypto';
import { parsePhoneNumber } from '../../../src/domain/ids';
import { infobip } from '../../../src/providers/infobip';
import type { OutboundMessage } from '../../../src/providers/outboundMessage';
import type { Gateway } from '../../../src/providers/provider';
import { ADDRESS, requestOf, textContent, webhookRequest } from '../webhookRequest';

type Credentials = Readonly<Record<string, string>>;

export const infobipCredentials = {
  baseUrl: 'xyz123.api.infobip.com',
  apiKey: '0123456789abcdef-fedcba98',
  webhookSecret: 'correct-horse-battery',
  webhookSecurity: 'basic',
};
export const signedCredentials = { ...infobipCredentials, webhookSecurity: 'hmac X-Signature sha256 hex sha256=' };

export function infobipGateway(credentials: Credentials = infobipCredentials): Gateway {
  const connected = infobip.connect(credentials);
  if (!connected.ok) throw new Error(connected.failure);
  return connected.value;
}

export const fixture = (name: string): string =>
  readFileSync(join(__dirname, '../../fixtures/infobip', `${name}.json`), 'utf8');

/** With Basic, as Infobip sends it (RFC 7617). */
export const withBasic = (body: string, secret = infobipCredentials.webhookSecret) =>
  webhookRequest({ body, headers: { authorization: `Basic ${btoa(`omnichat:${secret}`)}` } });

export const signedByInfobip = (body: string, credentials: Credentials = signedCredentials) => {
  const signature = createHmac('sha256', credentials.webhookSecret ?? '')
    .update(body)
    .digest('hex');
  return webhookRequest({ body, headers: { 'x-signature': `sha256=${signature}` } });
};

export const parseBody = (body: unknown) =>
  infobipGateway().parse(withBasic(typeof body === 'string' ? body : JSON.stringify(body)));

export const ana = parsePhoneNumber('+385991903327')!;
const key = '10000.00000000000000000000000000000001.1:000002';

export const smsToAna = {
  key,
  channel: 'sms' as const,
  from: '+385951006719',
  to: { kind: 'phone' as const, phone: ana },
  content: textContent('Hallo Ana & Co. + Gruß 👀'),
  statusUrl: `${ADDRESS}/status/${encodeURIComponent(key)}`,
} satisfies OutboundMessage;
export const whatsAppToAna = { ...smsToAna, channel: 'whatsapp' as const } satisfies OutboundMessage;

export const sentBody = (message: OutboundMessage): unknown =>
  JSON.parse(requestOf(infobipGateway(), message).body ?? '');

/** A report at the address that the send of a message named, without any header. */
export function atReportAddress(body: unknown, message: OutboundMessage = whatsAppToAna) {
  const sent = sentBody(message) as { notifyUrl?: string; messages?: { webhooks: { delivery: { url: string } } }[] };
  const url = sent.notifyUrl ?? sent.messages?.[0]?.webhooks.delivery.url ?? '';
  return webhookRequest({
    url,
    suffix: new URL(url).pathname.slice(new URL(ADDRESS).pathname.length),
    body: JSON.stringify(body),
  });
}
