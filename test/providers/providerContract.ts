import fc from 'fast-check';
import type { OutboundMessage } from '../../src/providers/outboundMessage';
import type { Gateway, Provider, ProviderAnswer, WebhookRequest } from '../../src/providers/provider';
import { NOW, requestOf, webhookRequest } from './webhookRequest';

/** What a provider's test file tells about it, so that the same suite runs for every one. */
export type ContractCase = {
  readonly provider: Provider;
  readonly credentials: Readonly<Record<string, string>>;
  /** A request signed as the provider signs, with the credentials above. */
  readonly sign: (body: string, credentials?: Readonly<Record<string, string>>) => WebhookRequest;
  /** The signature example that the provider publishes; `at` is its time, where the signature has one. */
  readonly published: {
    readonly credentials: Readonly<Record<string, string>>;
    readonly request: WebhookRequest;
    readonly at?: Date;
  };
  /** A body with as many events as the provider ever puts into one, and the ids in it. */
  readonly batch: { readonly body: string; readonly ids: readonly string[] };
  /** A body the provider might send one day and that nobody knows yet. */
  readonly unheardOf: string;
  readonly outbound: OutboundMessage & { readonly content: { readonly kind: 'text' } };
  /** What the provider answers to a send it takes, and the id in it. */
  readonly accepted: { readonly answer: ProviderAnswer; readonly id: string };
  /** An error of the provider with the given code. */
  readonly errorBody: (code: number) => string;
};

export function providerContract(one: ContractCase): void {
  const connect = (credentials = one.credentials): Gateway => {
    const connected = one.provider.connect(credentials);
    if (!connected.ok) throw new Error(connected.failure);
    return connected.value;
  };
  factsContract(one);
  webhookContract(one, connect);
  sendContract(one, connect());
}

function factsContract({ provider, credentials }: ContractCase): void {
  test('the facts are complete: limits per channel, hosts, labels, and where the address goes', () => {
    expect(Object.keys(provider.limits).sort()).toEqual([...provider.channels].sort());
    expect(provider.egress.every((host) => /^(https:\/\/|\*\.)[a-z0-9.-]+$/.test(host))).toBe(true);
    expect([...provider.fields, ...provider.numberFields].every(({ label, help }) => label && help)).toBe(true);
    expect(provider.fields.map(({ name }) => name).sort()).toEqual(Object.keys(credentials).sort());
    expect(provider.webhookSteps.join(' ')).toContain('{url}');
  });

  test.each(provider.fields.map(({ name, label }) => [name, label]))(
    'a wrong %s is named by its label and its value is not repeated',
    (name, label) => {
      const wrong = 'wrong value with spaces';
      const connected = provider.connect({ ...credentials, [name]: wrong });
      expect(connected).toEqual({ ok: false, failure: `Please check: ${label}.` });
    },
  );
}

function webhookContract(one: ContractCase, connect: (credentials?: ContractCase['credentials']) => Gateway): void {
  const gateway = connect();
  const good = one.sign(one.batch.body);

  test('a webhook signed by the provider is accepted', () => {
    expect(gateway.verify(good, NOW)).toEqual({ ok: true });
  });

  test('the signature example that the provider publishes is accepted', () => {
    const { credentials, request, at = NOW } = one.published;
    expect(connect(credentials).verify(request, at)).toEqual({ ok: true });
  });

  test('a webhook without a signature is refused', () => {
    expect(gateway.verify({ ...good, headers: {} }, NOW)).toEqual({ ok: false, reason: 'no-signature' });
  });

  test('a webhook signed with another secret is refused', () => {
    const secrets = one.provider.fields.filter(({ secret }) => secret).map(({ name }) => [name, 'another-secret']);
    const forged = one.sign(one.batch.body, { ...one.credentials, ...(Object.fromEntries(secrets) as object) });
    expect(gateway.verify(forged, NOW)).toEqual({ ok: false, reason: 'wrong-signature' });
  });

  test('one changed character anywhere in the body makes the signature wrong', () => {
    fc.assert(
      fc.property(fc.nat(good.body.length - 1), (index) => {
        const other = good.body.charAt(index) === 'x' ? 'y' : 'x';
        const body = good.body.slice(0, index) + other + good.body.slice(index + 1);
        expect(gateway.verify({ ...good, body }, NOW)).toEqual({ ok: false, reason: 'wrong-signature' });
      }),
    );
  });

  test('a signature of any other shape is refused and nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (signature) => {
        const headers = Object.fromEntries(Object.keys(good.headers).map((name) => [name, signature]));
        expect(gateway.verify({ ...good, headers }, NOW).ok).toBe(false);
      }),
    );
  });

  test('every event of a body is returned, in its order, with the id the provider gave it', () => {
    expect(gateway.parse(good).events.map((event) => 'providerId' in event && event.providerId)).toEqual(one.batch.ids);
  });

  test('the same body gives the same events', () => {
    expect(gateway.parse(one.sign(one.batch.body))).toEqual(gateway.parse(good));
  });

  test('a body nobody knows yet is left out with a reason', () => {
    const parsed = gateway.parse(one.sign(one.unheardOf));
    expect(parsed.events).toEqual([]);
    expect(parsed.ignored).toHaveLength(1);
  });

  test('nothing that comes as a body makes the reading throw', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.webQueryParameters());
    fc.assert(fc.property(anything, (body) => expect(gateway.parse(webhookRequest({ body })).events).toBeDefined()));
  });

  test('a body cut off anywhere does not make the reading throw', () => {
    fc.assert(
      fc.property(fc.nat(one.batch.body.length), (length) => {
        expect(gateway.parse(webhookRequest({ body: one.batch.body.slice(0, length) })).events).toBeDefined();
      }),
    );
  });
}

function sendContract(one: ContractCase, gateway: Gateway): void {
  const failureOf = (status: number, body = '', headers: Record<string, string> = {}) => {
    const read = gateway.readAnswer({ status, headers, body });
    return read.ok ? undefined : read.failure;
  };

  test('a send goes to a declared host and shows no secret in its address', () => {
    const { url } = requestOf(gateway, one.outbound);
    expect(isDeclared(one.provider, url)).toBe(true);
    const secrets = one.provider.fields.filter(({ secret }) => secret).map(({ name }) => one.credentials[name] ?? '?');
    expect(secrets.filter((secret) => url.includes(secret))).toEqual([]);
  });

  test('a send carries the text unaltered and something that leads reports back to the message', () => {
    const { body = '' } = requestOf(gateway, one.outbound);
    const plain = body.startsWith('{') ? body : [...new URLSearchParams(body).values()].join('\n');
    expect(plain).toContain(one.outbound.content.text);
    expect(plain.includes(one.outbound.key) || plain.includes(one.outbound.statusUrl)).toBe(true);
  });

  test('an accepted send gives the id the provider gave it', () => {
    const value = { providerId: one.accepted.id, status: 'accepted' };
    expect(gateway.readAnswer(one.accepted.answer)).toEqual({ ok: true, value });
  });

  test('a channel that says so names the message replied to, and no other does', () => {
    for (const [channel, { quotes = false }] of Object.entries(one.provider.limits)) {
      const told = { ...one.outbound, channel: channel === 'sms' ? ('sms' as const) : ('whatsapp' as const) };
      const request = gateway.toRequest({ ...told, quotes: 'the-quoted-one' }, NOW);
      expect(JSON.stringify(request).includes('the-quoted-one')).toBe(quotes);
    }
  });

  test('a channel reaches WhatsApp users without a phone number unless it says so, and SMS reaches none', () => {
    for (const [channel, { phonesOnly = false }] of Object.entries(one.provider.limits)) {
      const to = { kind: 'whatsapp-user', userId: 'HR.1' } as const;
      const told = { ...one.outbound, channel: channel === 'sms' ? ('sms' as const) : ('whatsapp' as const), to };
      const answer = gateway.toRequest(told, NOW);
      const refused = phonesOnly || channel === 'sms';
      expect(answer).toMatchObject(refused ? { ok: false, failure: { reason: 'no-address' } } : { ok: true });
    }
  });

  test('HTTP 429 is rate-limited, with the wait the provider asks for', () => {
    expect(failureOf(429, '', { 'retry-after': '17' })).toEqual({ reason: 'rate-limited', retryAfterSeconds: 17 });
  });

  test('an HTTP 5xx without a code of the provider has none: its outcome is unknown', () => {
    expect(failureOf(502, '<h1>Bad Gateway</h1>')).toEqual({ reason: 'provider-down' });
  });

  test('an HTTP 5xx or 408 with a code that nobody knows leaves the outcome open as well', () => {
    for (const status of [408, 500, 503])
      expect(failureOf(status, one.errorBody(987_654))).toEqual({ reason: 'provider-down' });
  });

  test('a good answer that names no message has no code either', () => {
    expect(failureOf(200, '{}')).toEqual({ reason: 'provider-down' });
  });

  test('a code nobody knows is refused, and the provider is quoted', () => {
    expect(failureOf(400, one.errorBody(987_654))).toEqual({
      reason: 'refused',
      code: '987654',
      detail: 'The words of the provider',
    });
  });

  test('an unreadable refusal is refused, a missing permission is a matter of credentials', () => {
    expect([failureOf(400, 'what?'), failureOf(401), failureOf(403)]).toEqual([
      { reason: 'refused' },
      { reason: 'credentials' },
      { reason: 'credentials' },
    ]);
  });

  test('the check asks a declared host, and no answer makes the reading throw', () => {
    expect(isDeclared(one.provider, gateway.check(NOW).url)).toBe(true);
    const answer = fc.record({ status: fc.integer({ min: 100, max: 599 }), body: fc.oneof(fc.string(), fc.json()) });
    fc.assert(fc.property(answer, (read) => expect(gateway.readCheck({ ...read, headers: {} })).toHaveProperty('ok')));
  });
}

/** Is the address at one of the hosts that the provider's facts name? `*.example.com` stands for every host below it. */
const isDeclared = ({ egress }: Provider, url: string): boolean => {
  const { origin, hostname, protocol } = new URL(url);
  return egress.some((host) =>
    host.startsWith('*.') ? protocol === 'https:' && hostname.endsWith(host.slice(1)) : host === origin,
  );
};
