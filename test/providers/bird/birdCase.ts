import { createHash, createHmac } from 'node:crypto';
import { parsePhoneNumber } from '../../../src/domain/ids';
import { bird } from '../../../src/providers/bird';
import type { OutboundMessage } from '../../../src/providers/outboundMessage';
import type { Gateway } from '../../../src/providers/provider';
import { ADDRESS, NOW, textContent, webhookRequest } from '../webhookRequest';

export const birdCredentials = {
  accessKey: 'access-key-of-nobody',
  workspaceId: '0b0f6c2e-aaaa-4bbb-8ccc-9dddeeeeffff',
  signingKey: 'signing-key-of-nobody',
};

type Fields = Readonly<Record<string, string>>;

export function birdGateway(credentials: Fields = birdCredentials): Gateway {
  const connected = bird.connect(credentials);
  if (!connected.ok) throw new Error(connected.failure);
  return connected.value;
}

/** Signed as the documentation of Bird says. */
export function signedByBird(body: string, { signingKey = '' }: Fields = birdCredentials, at = NOW) {
  const time = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac('sha256', signingKey)
    .update(`${time}\n${ADDRESS}\n`)
    .update(createHash('sha256').update(body).digest())
    .digest('base64');
  const headers = { 'messagebird-signature': signature, 'messagebird-request-timestamp': time };
  return webhookRequest({ body, headers });
}

export const CHANNEL = '9f0e1d2c-3b4a-4c5d-8e6f-7a8b9c0d1e2f';
export const ana = parsePhoneNumber('+385991903327')!;
const contact = { id: 'c1', identifierKey: 'phonenumber', identifierValue: '+385991903327' };
const connector = { id: 'n1', identifierValue: '+31970010240126' };

export const inboundEvent = (payload: object = {}, event = 'whatsapp.inbound') => ({
  service: 'channels',
  event,
  payload: {
    id: 'm1',
    channelId: CHANNEL,
    sender: { contact },
    receiver: { connector },
    meta: { extraInformation: { timestamp: '1795168770' } },
    reference: '',
    status: 'delivered',
    direction: 'incoming',
    createdAt: '2026-11-20T09:59:31.000Z',
    body: { type: 'text', text: { text: 'The printer is on fire' } },
    ...payload,
  },
});

export const outboundEvent = (payload: object = {}, event = 'whatsapp.outbound') => ({
  service: 'channels',
  event,
  payload: {
    id: 'm2',
    channelId: CHANNEL,
    sender: { connector },
    receiver: { contacts: [contact] },
    reference: key,
    status: 'delivered',
    direction: 'outgoing',
    lastStatusAt: '2026-11-20T09:59:31.000Z',
    createdAt: '2026-11-20T09:59:30.000Z',
    body: { type: 'text', text: { text: 'We are on it' } },
    ...payload,
  },
});

export const parseEvent = (event: unknown) => birdGateway().parse(signedByBird(JSON.stringify(event)));

export const key = '10000.00000000000000000000000000000001.1:000002';

export const whatsAppToAna = {
  key,
  channel: 'whatsapp' as const,
  from: CHANNEL,
  to: { kind: 'phone' as const, phone: ana },
  content: textContent('Hallo Ana & Co. + Gruß 👀'),
  statusUrl: `${ADDRESS}/status/${encodeURIComponent(key)}`,
} satisfies OutboundMessage;
