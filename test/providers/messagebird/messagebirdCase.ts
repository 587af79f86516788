import { createHash } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { parsePhoneNumber } from '../../../src/domain/ids';
import { messagebird } from '../../../src/providers/messagebird';
import type { OutboundMessage } from '../../../src/providers/outboundMessage';
import type { Gateway } from '../../../src/providers/provider';
import type { ParsedWebhook } from '../../../src/providers/providerEvent';
import { ADDRESS, NOW, textContent, webhookRequest } from '../webhookRequest';

export const messagebirdCredentials = { accessKey: 'live-key-of-nobody', signingKey: 'signing-key-of-nobody' };

export type Fields = Readonly<Record<string, string>>;

export function messagebirdGateway(credentials: Fields = messagebirdCredentials): Gateway {
  const connected = messagebird.connect(credentials);
  if (!connected.ok) throw new Error(connected.failure);
  return connected.value;
}

type Part = NonNullable<Parameters<typeof webhookRequest>[0]> & { readonly claims?: object };

/** Signed as the documentation of MessageBird says, a moment ago. */
export function signedByMessageBird({ claims, ...part }: Part, { signingKey = '' }: Fields = messagebirdCredentials) {
  const request = webhookRequest(part);
  const nbf = Math.floor(NOW.getTime() / 1000) - 1;
  const all = {
    iss: 'MessageBird',
    nbf,
    exp: nbf + 60,
    jti: 'c946af77-e182-4eaa-b2ff-1a545b5e991a',
    url_hash: sha256(request.url),
    ...(request.body && { payload_hash: sha256(request.body) }),
    ...claims,
  };
  // What is undefined is not in the token.
  const told = Object.fromEntries(Object.entries<unknown>(all).filter(([, value]) => value !== undefined));
  const token = jwt.sign(told, signingKey, { noTimestamp: true });
  return { ...request, headers: { ...part.headers, 'messagebird-signature-jwt': token } };
}

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export const parseJsonBody = (body: unknown, suffix?: string): ParsedWebhook =>
  messagebirdGateway().parse(
    signedByMessageBird({ body: JSON.stringify(body), ...(suffix !== undefined && { suffix }) }),
  );

export const parseForm = (form: Fields): ParsedWebhook =>
  messagebirdGateway().parse(signedByMessageBird({ body: new URLSearchParams(form).toString() }));

/** A report about an SMS: GET, everything in the query. */
export const reportRequest = (query: Fields, suffix = '') =>
  signedByMessageBird({
    method: 'GET',
    suffix,
    url: `${ADDRESS}${suffix}?${new URLSearchParams(query).toString()}`,
  });

export const CHANNEL = '853eeb5348e541a595da93b48c61a1ae';
export const ana = parsePhoneNumber('+385991903327')!;

/** A webhook of the Conversations API about a message of Ana's. */
export const conversationsBody = (message: object = {}, more: object = {}) => ({
  type: 'message.created',
  contact: { id: 'c1', msisdn: 385991903327, displayName: 'Ana Horvat', firstName: 'Ana', lastName: 'Horvat' },
  conversation: { id: 'v1', contactId: 'c1', status: 'active', lastUsedChannelId: CHANNEL },
  message: {
    id: 'm1',
    conversationId: 'v1',
    channelId: CHANNEL,
    platform: 'whatsapp',
    direction: 'received',
    status: 'received',
    from: '+385991903327',
    to: '+31970010240126',
    type: 'text',
    content: { text: 'The printer is on fire' },
    createdDatetime: '2026-11-20T09:59:30Z',
    updatedDatetime: '2026-11-20T09:59:31.5Z',
    ...message,
  },
  ...more,
});

export const key = '10000.00000000000000000000000000000001.1:000002';
export const statusUrl = `${ADDRESS}/status/${encodeURIComponent(key)}`;

export const smsToAna = {
  key,
  channel: 'sms' as const,
  from: '+31970010240126',
  to: { kind: 'phone' as const, phone: ana },
  content: textContent('Hallo Ana & Co. + Gruß 👀'),
  statusUrl,
} satisfies OutboundMessage;

export const whatsAppToAna = { ...smsToAna, channel: 'whatsapp' as const, from: CHANNEL } satisfies OutboundMessage;
