import {
  messagebirdCredentials,
  messagebirdGateway,
  signedByMessageBird,
} from '../providers/messagebird/messagebirdCase';
import { ADDRESS, NOW, webhookRequest } from '../providers/webhookRequest';
import golden from './golden/webhooksMessageBird.json';
import { summaryOf } from './eventSummary';
import { withSharedFixtures } from './sharedFixtures';

const JEN = 'whatsapp from +31612345678 (Jen Smith)';

/** Every published webhook, and what it is read as. */
const READ_AS: Readonly<Record<string, readonly string[]>> = {
  'conversations.message-created.file': [`${JEN} : document | receipt.pdf`],
  'conversations.message-created.image': [`${JEN} : image | Taj Mahal`],
  'conversations.message-created.interactive-reply': [`${JEN} : choice | Cancel | cancel-button`],
  'conversations.message-created.location': [`${JEN} : location | 52.379112 | 4.900384`],
  'conversations.message-created.text': [`${JEN} : text | Foo`],
  'conversations.message-updated.delivered': ['whatsapp report delivered'],
  'conversations.message-updated.rejected-470': ['whatsapp report failed, window-closed 470'],
  'sms.inbound': ['sms from +31612345678 : text | Hello there'],
  'sms.inbound.shortcode': ['sms from +31612345678 : text | JOIN demo'],
  'sms.status.delivered': ['sms report delivered, key FOO'],
  'sms.status.failed-opt-out': ['sms report failed, opted-out 103, key FOO'],
};

type Example = { method?: 'GET' | 'POST'; rawBody?: string; query?: Record<string, string> };

withSharedFixtures('messagebird', ({ read }) => {
  const json = (file: string) => JSON.parse(read(`${file}.json`)) as unknown;
  const gateway = messagebirdGateway();

  test('every published webhook that is posted is also read', () => {
    expect(Object.keys(READ_AS).sort()).toEqual(Object.keys(golden).sort());
  });

  /** As the app gets it: an SMS as a form, its report by GET at the address the send named, WhatsApp as JSON. */
  function requestOf(file: string) {
    const { method = 'POST', rawBody, query } = json(file) as Example;
    if (!query) return signedByMessageBird({ method, body: rawBody ?? read(`${file}.json`) });
    const suffix = '/status/FOO/%2B31970010240126';
    const url = `${ADDRESS}${suffix}?${new URLSearchParams(query).toString()}`;
    return signedByMessageBird({ method, suffix, url });
  }

  test.each(Object.entries(READ_AS))('%s', (file, lines) => {
    const request = requestOf(file);
    expect(gateway.verify(request, NOW)).toEqual({ ok: true });
    expect(gateway.verify({ ...request, body: `${request.body} ` }, NOW).ok).toBe(false);
    expect(gateway.verify({ ...request, url: `${request.url}x` }, NOW).ok).toBe(false);
    expect(summaryOf(gateway.parse(request))).toEqual(lines);
  });

  test.each(Object.keys(READ_AS))('%s without any one of its fields is read without throwing', (file) => {
    const request = requestOf(file);
    const fields = [...request.body.matchAll(/"(\w+)":/g)].map(([, name = '']) => name);
    for (const name of new Set(fields)) {
      const body = JSON.stringify(
        JSON.parse(request.body, (one, value: unknown) => (one === name ? undefined : value)),
      );
      const { events, ignored } = gateway.parse({ ...request, body });
      expect(events.length + ignored.length).toBe(1);
    }
  });

  const tokens = json('signature-jwt.vectors') as TokenCase[];
  test.each(tokens.map((one) => [one.name, one] as const))('the signed token "%s"', (_, one) => {
    const { method, url, payload = '', token, secret = messagebirdCredentials.signingKey } = one;
    const request = webhookRequest({ method, url, body: payload, headers: { 'messagebird-signature-jwt': token } });
    const asked = messagebirdGateway({ ...messagebirdCredentials, signingKey: secret });
    expect(asked.verify(request, new Date(one.timestamp)).ok).toBe(one.valid);
  });

  const { cases } = json('signature-legacy.vectors') as { cases: LegacyCase[] };
  test.each(cases.map((one) => [one.name, one] as const))('the older signature "%s"', (_, one) => {
    const { sortedQuery, body, timestamp, signature } = one;
    const url = `${ADDRESS}${sortedQuery && `?${sortedQuery}`}`;
    const headers = { 'messagebird-signature': signature, 'messagebird-request-timestamp': timestamp };
    const asked = messagebirdGateway({ ...messagebirdCredentials, signingKey: one.key });
    const now = new Date(Number(timestamp) * 1000);
    expect(asked.verify(webhookRequest({ url, body, headers }), now).ok).toBe(one.valid);
  });
});

type TokenCase = {
  name: string;
  method: string;
  url: string;
  payload?: string;
  secret?: string;
  timestamp: string;
  token: string;
  valid: boolean;
};
type LegacyCase = {
  name: string;
  key: string;
  timestamp: string;
  sortedQuery: string;
  body: string;
  signature: string;
  valid: boolean;
};
