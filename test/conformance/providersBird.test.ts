import { birdCredentials, birdGateway } from '../providers/bird/birdCase';
import { webhookRequest } from '../providers/webhookRequest';
import golden from './golden/webhooksBird.json';
import { summaryOf } from './eventSummary';
import { withSharedFixtures } from './sharedFixtures';

/** Every published event of the Channels API, and what it is read as. */
const READ_AS: Readonly<Record<string, readonly string[]>> = {
  'channels.sms.inbound.text': ['sms from +16505551234 : text | hi'],
  'channels.whatsapp.inbound.file': ['whatsapp from +16505551234 : document | application/pdf | receipt.pdf'],
  'channels.whatsapp.inbound.image': ['whatsapp from +16505551234 : image | Taj Mahal'],
  'channels.whatsapp.inbound.location': [
    'whatsapp from +16505551234 : location | 37.44221496582 | -122.16165924072 | Philz Coffee | 101 Forest Ave',
  ],
  'channels.whatsapp.inbound.text': ['whatsapp from +16505551234 : text | Does it come in another color?'],
  'channels.whatsapp.outbound.delivered': ['whatsapp report delivered'],
  'channels.whatsapp.outbound.failed': ['whatsapp report failed, window-closed 131047'],
};

type Published = {
  readonly url: string;
  readonly rawBody: string;
  readonly headers: Readonly<Record<string, string>>;
};

withSharedFixtures('bird', ({ read }) => {
  // The signatures of the published events are valid for this key.
  const gateway = birdGateway({ ...birdCredentials, signingKey: 'bird-signing-key-example' });

  test('every published webhook that is posted is also read', () => {
    expect(Object.keys(READ_AS).sort()).toEqual(Object.keys(golden).sort());
  });

  test.each(Object.entries(READ_AS))('%s is signed as we check it, and read', (file, lines) => {
    const { url, rawBody: body, headers } = JSON.parse(read(`${file}.json`)) as Published;
    const request = webhookRequest({ url, body, headers });
    const now = new Date(Number(headers['messagebird-request-timestamp']) * 1_000);
    expect(gateway.verify(request, now)).toEqual({ ok: true });
    expect(summaryOf(gateway.parse(request))).toEqual(lines);
    for (let index = 0; index < body.length; index += 1) {
      const flipped = String.fromCharCode(body.charCodeAt(index) ^ 1);
      const forged = { ...request, body: body.slice(0, index) + flipped + body.slice(index + 1) };
      expect(gateway.verify(forged, now)).toEqual({ ok: false, reason: 'wrong-signature' });
    }
  });
});
