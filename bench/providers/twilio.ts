import { validateRequest } from 'twilio/lib/webhooks/webhooks';
import {
  fixture,
  formText,
  signedByTwilio,
  twilioCredentials,
  twilioGateway,
} from '../../test/providers/twilio/twilioCase';
import { ADDRESS } from '../../test/providers/webhookRequest';
import { ours, verifiedByUs } from './ours';
import { expectRead, type Subject } from './subject';

const { authToken } = twilioCredentials;

/** Twilio's webhooks: an SMS, a WhatsApp message, an MMS with two files. */
export async function twilioSubjects(): Promise<Subject[]> {
  const forms = [
    ['Twilio, SMS', 'sms'],
    ['Twilio, WhatsApp', 'whatsapp-both-addresses'],
    ['Twilio, MMS with two files', 'mms-two-files'],
  ] as const;
  const subjects = forms.map(async ([webhook, file]) => {
    const body = formText(fixture(file));
    const request = signedByTwilio(body);
    return [
      ours(webhook, twilioGateway(), request),
      verifiedByUs(webhook, twilioGateway(), request),
      validator(webhook, body),
      await adapter(webhook, body),
    ];
  });
  return (await Promise.all(subjects)).flat();
}

function validator(webhook: string, body: string): Subject {
  const signature = signatureOf(body);
  return {
    webhook,
    side: 'twilio (validateRequest)',
    reads: 0,
    does: 'verifies, reads nothing but the form',
    once: () => {
      const params = Object.fromEntries(new URLSearchParams(body));
      expectRead(validateRequest(authToken, signature, ADDRESS, params));
    },
  };
}

async function adapter(webhook: string, body: string): Promise<Subject> {
  const { readTwilioWebhook } = await import('@chat-adapter/twilio/webhook');
  const headers = {
    'x-twilio-signature': signatureOf(body),
    'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
  };
  return {
    webhook,
    side: '@chat-adapter/twilio',
    reads: 1,
    does: 'verifies, reads text and files, no buttons or places',
    once: async () => {
      const request = new Request(ADDRESS, { method: 'POST', headers, body });
      const { kind } = await readTwilioWebhook(request, { authToken, webhookUrl: ADDRESS });
      expectRead(kind === 'text');
    },
  };
}

const signatureOf = (body: string): string => signedByTwilio(body).headers['x-twilio-signature'] ?? '';
