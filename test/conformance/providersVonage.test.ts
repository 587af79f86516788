import { sign } from 'jsonwebtoken';
import { claimsFor, signedByVonage, vonageCredentials, vonageGateway, withToken } from '../providers/vonage/vonageCase';
import { NOW, webhookRequest } from '../providers/webhookRequest';
import golden from './golden/webhooksVonage.json';
import { summaryOf } from './eventSummary';
import { withSharedFixtures } from './sharedFixtures';

const JANE = 'whatsapp from +447700900001 (Jane Smith)';
const SHEENA = 'US.13491208655302741918 (Sheena Nelson)';

/** Every published webhook body, and what it is read as. */
const READ_AS: Readonly<Record<string, readonly string[]>> = {
  'sms.inbound.stop': ['sms from +447700900001 : text | STOP'],
  'sms.inbound.text': ['sms from +447700900001 : text | Hello, world!'],
  'status.delivered.sms': ['sms report delivered'],
  'status.read': ['whatsapp report read'],
  'status.rejected.1000-throttled': ['sms report failed, rate-limited 1000'],
  'status.rejected.1240-stop': ['sms report failed, opted-out 1240'],
  'status.rejected.1340-window': ['whatsapp report failed, window-closed 1340'],
  'status.submitted': ['whatsapp report sent'],
  'status.undeliverable.1300': ['whatsapp report failed, unreachable 1300'],
  'wa.inbound.audio': [`${JANE} : audio`],
  'wa.inbound.button': [`${JANE} : choice | Track my order | track-order`],
  'wa.inbound.contact': [`${JANE} : contacts | Lucía Gómez +19835552319`],
  'wa.inbound.file': [`${JANE} : document | attachment.zip | Here's your archive`],
  'wa.inbound.image': [`${JANE} : image | image.jpg | Alt text accompanying the image`],
  'wa.inbound.location': [`${JANE} : location | 40.34772 | 74.18847 | Vonage | 23 Main St, Holmdel, NJ 07733, USA`],
  'wa.inbound.order': [`${JANE} : Order | 3 × pk1v7rudbg (9.99 USD each)`],
  'wa.inbound.reaction': [`${JANE} : reaction | 1b456509-974c-458b-aafa-45fc48a4d976 | 😀`],
  'wa.inbound.reaction.removed': [`${JANE} : reaction | 1b456509-974c-458b-aafa-45fc48a4d976`],
  'wa.inbound.reply': [`${JANE} : choice | 9am | row1`],
  'wa.inbound.sticker': [`${JANE} : sticker`],
  'wa.inbound.text.bsuid-only': [`whatsapp from ${SHEENA} : text | hello`],
  'wa.inbound.text.bsuid': [`whatsapp from +447700900001 or ${SHEENA} : text | hello`],
  'wa.inbound.text.context-unavailable': [`${JANE} : text | this one`],
  'wa.inbound.text': [`${JANE} : text | Hello, world!`],
  'wa.inbound.text.referral': [`${JANE} : text | Hello!`],
  'wa.inbound.text.reply-context': [`${JANE} as a reply : text | this one`],
  'wa.inbound.unsupported': [`${JANE} : unsupported | unknown`],
  'wa.inbound.video': [`${JANE} : video | clip`],
};

type Vector = {
  readonly name: string;
  readonly token: string;
  readonly secret: string;
  readonly body?: string;
  readonly signatureValid: boolean;
  readonly payloadValid?: boolean;
};

withSharedFixtures('vonage', ({ read }) => {
  const gateway = vonageGateway();
  const text = (file: string) => read(`${file}.json`);
  const json = (file: string) => JSON.parse(text(file)) as unknown;
  const names = Object.keys(READ_AS);

  test('every published webhook that is posted is also read', () => {
    expect(Object.keys(READ_AS).sort()).toEqual(Object.keys(golden).sort());
  });

  test.each(Object.entries(READ_AS))('%s', (file, lines) => {
    const request = signedByVonage(text(file));
    expect(gateway.verify(request, NOW)).toEqual({ ok: true });
    expect(summaryOf(gateway.parse(request))).toEqual(lines);
  });

  test.each(names)('%s with one byte flipped anywhere is refused', (file) => {
    const request = signedByVonage(text(file));
    for (let index = 0; index < request.body.length; index += 1) {
      const flipped = String.fromCharCode(request.body.charCodeAt(index) ^ 1);
      const body = request.body.slice(0, index) + flipped + request.body.slice(index + 1);
      expect(gateway.verify({ ...request, body }, NOW)).toEqual({ ok: false, reason: 'wrong-signature' });
    }
  });

  test.each(names)('%s with any field taken out, or of another type, is read without throwing', (file) => {
    const whole = json(file) as Readonly<Record<string, unknown>>;
    for (const name of Object.keys(whole)) {
      const { [name]: _gone, ...rest } = whole;
      for (const part of [rest, { ...rest, [name]: 7 }, { ...rest, [name]: [null] }, { ...rest, [name]: {} }]) {
        const { events, ignored } = gateway.parse(webhookRequest({ body: JSON.stringify(part) }));
        expect(events.length + ignored.length).toBe(1);
      }
    }
  });

  const { cases } = json('signature-jwt.vectors') as { cases: Vector[] };
  test.each(cases.map((one) => [one.name, one] as const))('the signature vector "%s"', (_, one) => {
    const applicationId = 'aaaaaaaa-bbbb-cccc-dddd-0123456789ab';
    const account = vonageGateway({ ...vonageCredentials, applicationId, signatureSecret: one.secret });
    const at = new Date(1587494962_000);
    const verdict = account.verify(withToken(one.token, one.body ?? ''), at);
    // The published token vouches for a body that is not published with it.
    expect(verdict.ok).toBe(one.signatureValid && one.payloadValid === true);
    expect(account.verify(withToken(one.token, one.body ?? ''), NOW).ok).toBe(false);
  });

  test('a body too deep to be read is left out, signed as it may be', () => {
    const body = '['.repeat(200_000) + ']'.repeat(200_000);
    const request = withToken(sign(claimsFor(body), vonageCredentials.signatureSecret, { algorithm: 'HS256' }), body);
    expect(gateway.verify(request, NOW)).toEqual({ ok: true });
    expect(gateway.parse(request)).toEqual({ events: [], ignored: ['unreadable body'] });
  });
});
