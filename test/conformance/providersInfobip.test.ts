import type { WebhookRequest } from '../../src/providers/provider';
import {
  atReportAddress,
  infobipCredentials,
  infobipGateway,
  signedByInfobip,
  signedCredentials,
  smsToAna,
  whatsAppToAna,
  withBasic,
} from '../providers/infobip/infobipCase';
import { NOW } from '../providers/webhookRequest';
import golden from './golden/webhooksInfobip.json';
import { summaryOf } from './eventSummary';
import { withSharedFixtures } from './sharedFixtures';

const FRANK = 'whatsapp from +385919998888 or HR.123123123 (Frank)';
const KEY = `key ${smsToAna.key}`;

/** Every published webhook body, and what it is read as. */
const READ_AS: Readonly<Record<string, readonly string[]>> = {
  'sms.dlr.v2.two-results': [`sms report delivered, ${KEY}`, `sms report delivered, ${KEY}`],
  'sms.dlr.v3.two-results': [`sms report delivered, ${KEY}`, `sms report delivered, ${KEY}`],
  'sms.inbound': ['sms from +385916242493 : text | QUIZ Correct answer is Paris'],
  'sms.tracking': ['ignored: tracking CLICKED'],
  'wa.dlr.7010-no-session': [`whatsapp report failed, window-closed 7010, ${KEY}`],
  'wa.dlr.7033-marketing-opt-out': [`whatsapp report failed, marketing-stopped 7033, ${KEY}`],
  'wa.dlr.delivered': [`whatsapp report delivered, ${KEY}`],
  'wa.dlr.expired': [`whatsapp report failed, unreachable status 15, ${KEY}`],
  'wa.dlr.intermediate-delivered-to-operator': [`whatsapp report sent, ${KEY}`],
  // The security code changed; no address did.
  'wa.identity-change': ['ignored: notice user_identity_changed'],
  'wa.inbound.audio': [`${FRANK} : audio`],
  'wa.inbound.batch-three-one-duplicate': [
    `${FRANK} : text | Hello, World!`,
    'whatsapp from +385919998889 or HR.123123123 (Frank) : text | Second',
    `${FRANK} : text | Hello, World!`,
  ],
  'wa.inbound.button': [`${FRANK} : choice | Button text | Payload`],
  'wa.inbound.contact': [`${FRANK} : contacts | Frank Bipper 385918889999`],
  'wa.inbound.document': [`${FRANK} : document | Document Title`],
  'wa.inbound.image': [`${FRANK} : image | Image Caption`],
  'wa.inbound.infected-content': [`${FRANK} : unsupported | infected content`],
  'wa.inbound.interactive-button-reply': [`${FRANK} : choice | Button reply title | button-reply-id`],
  'wa.inbound.interactive-call-permission-reply': [`${FRANK} : unsupported | call permission reply`],
  'wa.inbound.interactive-flow-reply': [`${FRANK} : choice | flow-reply-id | {"flow-data":"flow-input-response"}`],
  'wa.inbound.interactive-in-thread-authentication-reply': [`${FRANK} : unsupported | in thread authentication reply`],
  'wa.inbound.interactive-list-reply': [`${FRANK} : choice | List reply title | list-reply-id`],
  'wa.inbound.interactive-payment-acknowledgement': [`${FRANK} : unsupported | payment acknowledgement`],
  'wa.inbound.interactive-payment-confirmation': [`${FRANK} : unsupported | payment confirmation`],
  'wa.inbound.location': [
    `${FRANK} : location | 40.748433333333 | -73.985655555556 | Empire State Building | 350 5th Ave, New York, NY`,
  ],
  'wa.inbound.order': [`${FRANK} : Order: I like you store! | 1 × product-retailer-id (1.99 EUR each)`],
  'wa.inbound.reaction': [`${FRANK} : reaction | abcdef_ghij124567890klmnopr | 🤓`],
  'wa.inbound.reaction.removed': [`${FRANK} : reaction | abcdef_ghij124567890klmnopr`],
  'wa.inbound.sticker': [`${FRANK} : sticker`],
  'wa.inbound.text.bsuid-only': ['whatsapp from HR.123123123 (Frank) : text | Hello, World!'],
  'wa.inbound.text.identity': [`${FRANK} : text | Hello, World!`],
  'wa.inbound.text': [`${FRANK} : text | Hello, World!`],
  'wa.inbound.text.referral': [`${FRANK} : text | Hello, World!`],
  'wa.inbound.text.reply-context': [`${FRANK} as a reply : text | about this one`],
  'wa.inbound.unsupported': [`${FRANK} : unsupported | unknown`],
  'wa.inbound.video': [`${FRANK} : video | Look at this!`],
  'wa.inbound.voice': [`${FRANK} : voice | Voice Note`],
  // Marketing alone: whoever stops it can still be answered.
  'wa.marketing.resume': ['ignored: marketing resume'],
  'wa.marketing.stop': ['ignored: marketing stop'],
  'wa.seen': [`whatsapp report read, ${KEY}`],
  'wa.template-update.approved': ['templates changed'],
  'wa.template-update.category': ['ignored: template TEMPLATE_CATEGORY_UPDATE'],
  'wa.template-update.flagged': ['templates changed'],
  'wa.template-update.quality': ['ignored: template TEMPLATE_QUALITY_UPDATE'],
  'wa.template-update.rejected': ['templates changed'],
};

withSharedFixtures('infobip', ({ read }) => {
  const gateway = infobipGateway();
  const bodyOf = (file: string) => read(`${file}.json`);
  const json = (file: string) => JSON.parse(bodyOf(file)) as unknown;

  /** Reports as if about a message of ours, at the address that its send named. */
  function requestOf(file: string): WebhookRequest {
    if (!/dlr|seen/.test(file)) return withBasic(bodyOf(file));
    return atReportAddress(json(file), file.startsWith('sms.') ? smsToAna : whatsAppToAna);
  }

  test('every published webhook that is posted is also read', () => {
    expect(Object.keys(READ_AS).sort()).toEqual(Object.keys(golden).sort());
  });

  test.each(Object.entries(READ_AS))('%s', (file, lines) => {
    const request = requestOf(file);
    expect(gateway.verify(request, NOW)).toEqual({ ok: true });
    expect(summaryOf(gateway.parse(request))).toEqual(lines);
  });

  test('a report about a message that another tool sent is left out', () => {
    const foreign = Object.keys(READ_AS).filter((file) => /dlr|seen/.test(file));
    const read = foreign.flatMap((file) => summaryOf(gateway.parse(withBasic(bodyOf(file)))));
    expect([...new Set(read)]).toEqual(['ignored: report about a message sent elsewhere']);
  });

  test.each(Object.keys(READ_AS))('%s with one character changed is refused where it is signed', (file) => {
    const signed = signedByInfobip(bodyOf(file));
    const signing = infobipGateway(signedCredentials);
    expect(signing.verify(signed, NOW)).toEqual({ ok: true });
    const middle = Math.floor(signed.body.length / 2);
    const body = `${signed.body.slice(0, middle)}~${signed.body.slice(middle + 1)}`;
    expect(signing.verify({ ...signed, body }, NOW)).toEqual({ ok: false, reason: 'wrong-signature' });
    const other = infobipGateway({ ...infobipCredentials, webhookSecret: 'another-password' });
    expect(other.verify(requestOf(file), NOW)).toEqual({ ok: false, reason: 'wrong-signature' });
  });

  test('an inbound body with any one field taken away is read or left out, never an error', () => {
    const inbound = Object.keys(READ_AS).filter((file) => file.includes('inbound'));
    for (const file of inbound)
      for (const body of withoutEachField(json(file))) {
        const { events, ignored } = gateway.parse(withBasic(JSON.stringify(body)));
        expect(events.length + ignored.length).toBeLessThanOrEqual(3);
      }
  });
});

/** The value once for each of its fields, at any depth, without that field. */
function withoutEachField(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((name) => {
    const inner = (value as Record<string, unknown>)[name];
    const rest = Object.fromEntries(Object.entries(value).filter(([one]) => one !== name));
    const asWas = (part: object) => (Array.isArray(value) ? Object.values(part) : part);
    return [asWas(rest), ...withoutEachField(inner).map((part) => asWas({ ...value, [name]: part }))];
  });
}
