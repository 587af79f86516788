import { Webhook } from 'standardwebhooks';
import { parsePhoneNumber } from '../../../src/domain/ids';
import { birdPlatform } from '../../../src/providers/bird-platform';
import type { OutboundMessage } from '../../../src/providers/outboundMessage';
import type { Gateway } from '../../../src/providers/provider';
import { ADDRESS, NOW, textContent, webhookRequest } from '../webhookRequest';

export const birdCredentials = {
  apiKey: 'bk_eu1_0123456789abcdef',
  webhookSecret: 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX',
};

export function birdGateway(credentials: Readonly<Record<string, string>> = birdCredentials): Gateway {
  const connected = birdPlatform.connect(credentials);
  if (!connected.ok) throw new Error(connected.failure);
  return connected.value;
}

/** Signed by the library that Bird's own kit signs with; a secret of another shape is taken as it is. */
export function signedByBird(body: string, credentials: Readonly<Record<string, string>> = birdCredentials, at = NOW) {
  const secret = credentials.webhookSecret ?? '';
  const signer = secret.startsWith('whsec_') ? new Webhook(secret) : new Webhook(secret, { format: 'raw' });
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': signer.sign('msg_1', at, body),
  };
  return webhookRequest({ body, headers });
}

/** An event of the workspace, as Bird sends it. */
export const birdBody = (type: string, data: object, timestamp = '2026-11-20T09:59:58Z'): string =>
  JSON.stringify({ type, timestamp, data });

export const parseEvent = (type: string, data: object, timestamp?: string) =>
  birdGateway().parse(signedByBird(birdBody(type, data, timestamp)));

const around = { workspace_id: 'ws_1', tags: null, metadata: null };

export const fromAna = {
  ...around,
  whatsapp_id: 'wam_1',
  direction: 'inbound',
  from: { phone_number: '+385991903327', bsuid: 'HR.123456789012345678' },
  to: { phone_number: '+385951006719' },
};

export const smsFromAna = {
  ...around,
  sms_id: 'sms_1',
  from: '+385991903327',
  to: '+385951006719',
  segments: { count: 1, encoding: 'GSM_7BIT', characters: 5 },
};

export const toAna = {
  ...around,
  whatsapp_id: 'wam_2',
  direction: 'outbound',
  from: { phone_number: '+385951006719' },
  to: fromAna.from,
  metadata: { omnichat: '10000.00000000000000000000000000000001.1:000002' },
};

export const ana = parsePhoneNumber('+385991903327')!;

export const outboundToAna = {
  key: '10000.00000000000000000000000000000001.1:000002',
  channel: 'whatsapp' as const,
  from: '+385951006719',
  to: { kind: 'phone' as const, phone: ana },
  content: textContent('Hallo Ana, wir schauen nach 👀'),
  statusUrl: `${ADDRESS}/status/key`,
} satisfies OutboundMessage;
