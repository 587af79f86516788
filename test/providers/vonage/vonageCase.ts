import { createHash, generateKeyPairSync } from 'node:crypto';
import { sign } from 'jsonwebtoken';
import { parsePhoneNumber } from '../../../src/domain/ids';
import type { OutboundMessage } from '../../../src/providers/outboundMessage';
import type { Gateway } from '../../../src/providers/provider';
import { vonage } from '../../../src/providers/vonage';
import { ADDRESS, NOW, textContent, webhookRequest } from '../webhookRequest';

export const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

export const vonageCredentials = {
  applicationId: '78d335fa-323d-4114-9c3d-d6f0d48968cf',
  privateKey: keys.privateKey,
  signatureSecret: 'aPQ93Hd72kLmXx04cVbN81TzQe65RsYu',
  whatsAppAccountId: '345688589250625',
  region: 'us',
};
type Credentials = Readonly<Record<string, string>>;

export function vonageGateway(credentials: Credentials = vonageCredentials): Gateway {
  const connected = vonage.connect(credentials);
  if (!connected.ok) throw new Error(connected.failure);
  return connected.value;
}

/** What Vonage claims of a body, some claims replaced; an undefined one is left out. */
export const claimsFor = (body: string, other: object = {}) => ({
  iat: NOW.getTime() / 1000,
  jti: 'c5ba8f24-1a14-4c10-bfdf-3fbe8ce511b5',
  iss: 'Vonage',
  payload_hash: createHash('sha256').update(body).digest('hex'),
  api_key: 'a1b2c3d',
  application_id: vonageCredentials.applicationId,
  ...other,
});

export const withToken = (token: string, body: string, suffix = '') =>
  webhookRequest({ body, suffix, headers: { authorization: `Bearer ${token}` } });

/** Signed as Vonage signs its webhooks. */
export function signedByVonage(body: string, credentials: Credentials = vonageCredentials, suffix = '') {
  const secret = credentials.signatureSecret ?? '';
  return withToken(sign(claimsFor(body), secret, { algorithm: 'HS256' }), body, suffix);
}

export const parseJsonBody = (body: object, suffix?: string) =>
  vonageGateway().parse(signedByVonage(JSON.stringify(body), vonageCredentials, suffix));

/** A message of Ana to the WhatsApp number; each test says what is in it. */
export const whatsAppFromAna = {
  channel: 'whatsapp',
  message_uuid: 'aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab',
  to: '4930901820',
  from: '385991903327',
  timestamp: '2026-11-20T09:59:30Z',
  profile: { name: 'Ana Horvat' },
  context_status: 'none',
};

export const smsFromAna = {
  channel: 'sms',
  message_uuid: 'bbbbbbbb-bbbb-4ccc-8ddd-0123456789ab',
  to: '385951006719',
  from: '385991903327',
  timestamp: '2026-11-20T09:59:30Z',
  message_type: 'text',
  text: 'Pisač + "mreža" ü 😀',
  sms: { num_messages: '1', keyword: 'PISAČ' },
};

/** Two files in one MMS: the most that one webhook of Vonage tells. */
export const mmsFromAna = {
  channel: 'mms',
  message_uuid: 'cccccccc-bbbb-4ccc-8ddd-0123456789ab',
  to: '385951006719',
  from: '385991903327',
  timestamp: '2026-11-20T09:59:30Z',
  message_type: 'content',
  content: [
    { type: 'text', text: 'Both pages' },
    { type: 'image', image: { url: 'https://api-us.nexmo.com/v3/media/1b456509-974c-458b-aafa-45fc48a4d976' } },
    { type: 'file', url: 'https://api-us.nexmo.com/v3/media/2b456509-974c-458b-aafa-45fc48a4d976', name: 'page2.pdf' },
  ],
};

export const ana = parsePhoneNumber('+385991903327')!;

export const whatsAppToAna = {
  key: '10000.00000000000000000000000000000001.1:000002',
  channel: 'whatsapp' as const,
  from: '+4930901820',
  to: { kind: 'phone' as const, phone: ana },
  content: textContent('Hallo Ana & Co. + Gruß 👀'),
  statusUrl: `${ADDRESS}/status/10000.00000000000000000000000000000001.1%3A000002`,
} satisfies OutboundMessage;
