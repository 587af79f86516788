import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { parsePhoneNumber } from '../../../src/domain/ids';
import type { OutboundMessage } from '../../../src/providers/outboundMessage';
import type { Gateway } from '../../../src/providers/provider';
import { twilio } from '../../../src/providers/twilio';
import { ADDRESS, textContent, webhookRequest } from '../webhookRequest';

export const twilioCredentials = {
  accountSid: 'AC0123456789abcdef0123456789abcdef',
  authToken: 'fedcba9876543210fedcba9876543210',
};

export type Form = Readonly<Record<string, string>>;

export function twilioGateway(credentials: Form = twilioCredentials): Gateway {
  const connected = twilio.connect(credentials);
  if (!connected.ok) throw new Error(connected.failure);
  return connected.value;
}

export const fixture = (name: string): Form =>
  JSON.parse(readFileSync(join(__dirname, '../../fixtures/twilio', `${name}.json`), 'utf8')) as Form;

export const formText = (form: Form): string => new URLSearchParams(form).toString();

/** Signed by Twilio's own library. */
export function signedByTwilio(body: string, credentials: Form = twilioCredentials, suffix = '') {
  const url = `${ADDRESS}${suffix}`;
  const form = Object.fromEntries(new URLSearchParams(body));
  const signature = getExpectedTwilioSignature(credentials.authToken ?? '', url, form);
  return webhookRequest({ suffix, body, headers: { 'x-twilio-signature': signature } });
}

export const parseForm = (form: Form, suffix?: string) =>
  twilioGateway().parse(signedByTwilio(formText(form), twilioCredentials, suffix));

export const ana = parsePhoneNumber('+385991903327')!;

export const smsToAna = {
  key: '10000.00000000000000000000000000000001.1:000002',
  channel: 'sms' as const,
  from: '+385951006719',
  to: { kind: 'phone' as const, phone: ana },
  content: textContent('Hallo Ana & Co. + Gruß 👀'),
  statusUrl: `${ADDRESS}/status/10000.00000000000000000000000000000001.1%3A000002`,
} satisfies OutboundMessage;
