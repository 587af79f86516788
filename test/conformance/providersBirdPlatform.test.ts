import { Webhook } from 'standardwebhooks';
import { birdCredentials, birdGateway } from '../providers/bird-platform/birdPlatformCase';
import { webhookRequest } from '../providers/webhookRequest';
import golden from './golden/webhooksBirdPlatform.json';
import { summaryOf } from './eventSummary';
import { withSharedFixtures } from './sharedFixtures';

const CUSTOMER = 'whatsapp from +16505551234 or US.13491208655302741918';

/** Every published event, and what it is read as. */
const READ_AS: Readonly<Record<string, readonly string[]>> = {
  'platform.sms.failed.opted-out': ['sms report failed, opted-out recipient_opted_out'],
  'platform.sms.received': ['sms from +14155550100 : text | Hello'],
  'platform.whatsapp.accepted': ['whatsapp report accepted'],
  'platform.whatsapp.delivered': ['whatsapp report delivered'],
  'platform.whatsapp.failed.service-window-expired': [
    'whatsapp report failed, window-closed service_window_expired/131047',
  ],
  'platform.whatsapp.read': ['whatsapp report read'],
  'platform.whatsapp.received.bsuid-only': ['whatsapp from US.13491208655302741918 : text | hello'],
  'platform.whatsapp.received.image': [`${CUSTOMER} : image | image/jpeg | Taj Mahal`],
  'platform.whatsapp.received.text': [`${CUSTOMER} : text | Does it come in another color?`],
  'platform.whatsapp.received.unsupported': [`${CUSTOMER} : unsupported | reaction | about another message`],
  'platform.whatsapp.sent': ['whatsapp report sent'],
};

/** The signatures of the published events are valid for this secret, at this time. */
const SECRET = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';

type Published = {
  readonly rawBody: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly json: object;
};

withSharedFixtures('bird', ({ read }) => {
  const gateway = birdGateway({ ...birdCredentials, webhookSecret: SECRET });
  const published = Object.keys(READ_AS).map((file) => [file, JSON.parse(read(`${file}.json`)) as Published] as const);
  const requestOf = ({ rawBody, headers }: Published) => webhookRequest({ body: rawBody, headers });
  const timeOf = ({ headers }: Published) => new Date(Number(headers['webhook-timestamp']) * 1_000);

  test('every published webhook that is posted is also read', () => {
    expect(Object.keys(READ_AS).sort()).toEqual(Object.keys(golden).sort());
  });

  test.each(published)('%s is signed as we check it, and read', (file, one) => {
    const request = requestOf(one);
    expect(gateway.verify(request, timeOf(one))).toEqual({ ok: true });
    expect(summaryOf(gateway.parse(request))).toEqual(READ_AS[file]);
    expect(JSON.parse(one.rawBody)).toEqual(one.json);
  });

  test.each(published)('%s with one byte flipped anywhere, or months later, is refused', (_, one) => {
    const request = requestOf(one);
    for (let index = 0; index < one.rawBody.length; index += 1) {
      const flipped = String.fromCharCode(one.rawBody.charCodeAt(index) ^ 1);
      const body = one.rawBody.slice(0, index) + flipped + one.rawBody.slice(index + 1);
      expect(gateway.verify({ ...request, body }, timeOf(one))).toEqual({ ok: false, reason: 'wrong-signature' });
    }
    const later = new Date(timeOf(one).getTime() + 3_600_000);
    expect(gateway.verify(request, later)).toEqual({ ok: false, reason: 'stale' });
  });

  test.each(published)('%s with any field taken out is read without throwing', (_, one) => {
    const { data, ...envelope } = one.json as { data: Readonly<Record<string, unknown>> };
    for (const name of Object.keys(data)) {
      const { [name]: _gone, ...rest } = data;
      const body = JSON.stringify({ ...envelope, data: rest });
      const { events, ignored } = gateway.parse(webhookRequest({ body }));
      expect(events.length + ignored.length).toBe(1);
    }
  });

  test('the library that Bird signs with makes the very same signatures', () => {
    for (const [, { headers, rawBody, ...one }] of published) {
      const signed = new Webhook(SECRET).sign(
        headers['webhook-id'] ?? '',
        timeOf({ headers, rawBody, ...one }),
        rawBody,
      );
      expect(signed).toBe(headers['webhook-signature']);
    }
  });
});
