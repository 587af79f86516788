import { twilioCredentials, twilioGateway } from '../providers/twilio/twilioCase';
import { NOW, webhookRequest } from '../providers/webhookRequest';
import golden from './golden/webhooksTwilio.json';
import { summaryOf } from './eventSummary';
import { withSharedFixtures } from './sharedFixtures';

const SHEENA = 'whatsapp from +16505551234 (Sheena Nelson)';
const HIDDEN = 'whatsapp from US.13491208655302741918 (Sheena Nelson)';

/** Every published webhook form, and what it is read as. */
const READ_AS: Readonly<Record<string, readonly string[]>> = {
  'sms.inbound.messaging-service': ['sms from +14155550100 : text | Hello + welcome & "hi" ü 😀'],
  'sms.inbound.mms-two-media': [
    'sms from +14155550100 : image | image/jpeg',
    'sms from +14155550100 : document | text/x-vcard',
  ],
  'sms.inbound.stop-advanced-opt-out': ['sms from +14155550100 keyword stop : text | STOP'],
  'sms.inbound.text': ['sms from +14155550100 : text | Hello + welcome & "hi" ü 😀'],
  'sms.status.delivered': ['sms report delivered'],
  'sms.status.failed.21610': ['sms report failed, opted-out 21610'],
  'sms.status.sent': ['sms report sent'],
  'sms.status.undelivered.30003': ['sms report failed, unreachable 30003'],
  'sms.status.undelivered.30007': ['sms report failed, refused 30007'],
  'wa.inbound.audio': [`${SHEENA} : audio | audio/ogg`],
  'wa.inbound.button': [`${SHEENA} as a reply : choice | Unsubscribe | unsubscribe-payload`],
  'wa.inbound.contacts': [`${SHEENA} : document | text/vcard`],
  'wa.inbound.document': [`${SHEENA} : document | application/pdf | receipt.pdf`],
  'wa.inbound.image': [`${SHEENA} : image | image/jpeg | Taj Mahal`],
  'wa.inbound.interactive.button': [`${SHEENA} as a reply : choice | Cancel | cancel-button`],
  'wa.inbound.interactive.list': [`${SHEENA} : choice | Priority Mail Express | priority_express`],
  'wa.inbound.location': [
    `${SHEENA} : location | 37.442214 | -122.161659 | Philz Coffee | 101 Forest Ave, Palo Alto, CA 94301`,
  ],
  'wa.inbound.referral': [`${SHEENA} : text | Hello! Can I get more info on this?`],
  'wa.inbound.sticker': [`${SHEENA} : sticker | image/webp`],
  'wa.inbound.text.bsuid-only': [`${HIDDEN} : text | Does it come in another color?`],
  'wa.inbound.text.forwarded': [`${SHEENA} : text | Does it come in another color?`],
  'wa.inbound.text': [`${SHEENA} : text | Does it come in another color?`],
  'wa.inbound.text.reply-context': [`${SHEENA} as a reply : text | yes, that one`],
  'wa.inbound.text.with-external-user-id': [
    'whatsapp from +16505551234 or US.13491208655302741918 (Sheena Nelson) : text | Does it come in another color?',
  ],
  'wa.inbound.video': [`${SHEENA} : video | video/mp4`],
  'wa.status.delivered': ['whatsapp report delivered'],
  'wa.status.failed.63016': ['whatsapp report failed, window-closed 63016'],
  'wa.status.failed.63018': ['whatsapp report failed, rate-limited 63018'],
  'wa.status.read': ['whatsapp report read'],
  'wa.status.sent': ['whatsapp report sent'],
  'wa.status.undelivered.63024': ['whatsapp report failed, unreachable 63024'],
};

withSharedFixtures('twilio', ({ read }) => {
  const json = (file: string) => JSON.parse(read(`${file}.json`)) as unknown;

  test('every published webhook that is posted is also read', () => {
    expect(Object.keys(READ_AS).sort()).toEqual(Object.keys(golden).sort());
  });

  // The signatures of the published forms are valid for this token.
  const gateway = twilioGateway({ accountSid: `AC${'0'.repeat(31)}1`, authToken: '12345' });
  test.each(Object.entries(READ_AS))('%s', (file, lines) => {
    const { url, rawBody, headers } = json(file) as { url: string; rawBody: string; headers: Record<string, string> };
    const signature = headers['X-Twilio-Signature'] ?? '';
    const request = webhookRequest({ url, body: rawBody, headers: { 'x-twilio-signature': signature } });
    expect(gateway.verify(request, NOW)).toEqual({ ok: true });
    expect(gateway.verify({ ...request, body: `${rawBody}&More=1` }, NOW).ok).toBe(false);
    expect(summaryOf(gateway.parse(request))).toEqual(lines);
  });

  const vectors = json('signature.vectors') as { authToken: string; cases: SignatureCase[] };
  test.each(vectors.cases.map((one) => [one.name, one] as const))('the signature vector "%s"', (_, one) => {
    const headers = one.signature === null ? {} : { 'x-twilio-signature': one.signature };
    const request = webhookRequest({ url: one.url, body: one.body ?? formOf(one.params ?? {}), headers });
    const asked = twilioGateway({ ...twilioCredentials, authToken: vectors.authToken });
    expect(asked.verify(request, NOW).ok).toBe(one.valid);
  });
});

type SignatureCase = {
  name: string;
  url: string;
  params?: Record<string, string | string[]>;
  body?: string;
  signature: string | null;
  valid: boolean;
};

function formOf(params: Record<string, string | string[]>): string {
  const pairs = Object.entries(params).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  return new URLSearchParams(pairs).toString();
}
