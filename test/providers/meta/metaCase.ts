import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePhoneNumber } from '../../../src/domain/ids';
import { meta } from '../../../src/providers/meta';
import type { OutboundMessage } from '../../../src/providers/outboundMessage';
import type { Gateway } from '../../../src/providers/provider';
import { textContent, webhookRequest } from '../webhookRequest';

export const metaCredentials = {
  phoneNumberId: '200000000000001',
  businessAccountId: '310000000000001',
  accessToken: 'EAAtesttoken',
  appSecret: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  verifyToken: 'verify-me',
};

export function metaGateway(credentials: Readonly<Record<string, string>> = metaCredentials): Gateway {
  const connected = meta.connect(credentials);
  if (!connected.ok) throw new Error(connected.failure);
  return connected.value;
}

export function signedByMeta(body: string, credentials: Readonly<Record<string, string>> = metaCredentials) {
  const signature = createHmac('sha256', credentials.appSecret ?? '')
    .update(body)
    .digest('hex');
  return webhookRequest({ body, headers: { 'x-hub-signature-256': `sha256=${signature}` } });
}

/** One change around messages, statuses and contacts, as Meta sends it to our demo number. */
export const metaBody = (value: object, field = 'messages'): string =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '310000000000001',
        changes: [
          {
            field,
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '4930901820', phone_number_id: '200000000000001' },
              ...value,
            },
          },
        ],
      },
    ],
  });

export const metaBatch = readFileSync(join(__dirname, '../../fixtures/meta/batch.json'), 'utf8');

export const ana = parsePhoneNumber('+385991903327')!;

export const outboundToAna = {
  key: '10000.00000000000000000000000000000001.1:000002',
  channel: 'whatsapp' as const,
  from: '200000000000001',
  to: { kind: 'phone' as const, phone: ana },
  content: textContent('Hallo Ana, wir schauen nach 👀'),
  statusUrl: 'https://3f2a.webtrigger.atlassian.app/public/inbound/c1/token/status/key',
} satisfies OutboundMessage;
