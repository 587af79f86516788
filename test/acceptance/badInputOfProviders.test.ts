import type { Proof } from '../../sandbox/carriers/carrier';
import type { HttpCall } from '../../sandbox/doors';
import type { NumberToConnect } from '../../sandbox/world/connect';
import type { VerdictReason, WebhookAnswer } from '../../src/providers/provider';
import { registry } from '../../src/providers/registry';
import { storedBy } from '../conformance/webhookEffects';
import { EVERY_CARRIER, EVERY_NUMBER } from '../support/everyNumber';
import { signedWebhook } from '../support/signedWebhook';
import { ANA, sandboxWorld, type Steps } from '../support/worldSteps';

/** How the provider proves who it is, as its carrier says. */
const proofOf = ({ provider }: NumberToConnect): Proof => EVERY_CARRIER.get(provider)!.proof;

const MB = 1_000_000;
const BOMB = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
const BIG = JSON.stringify({ Body: 'x'.repeat(5 * MB) });

/** One world for all rows: nothing of them may be kept, so none can disturb another. */
let steps: Steps;
beforeAll(async () => {
  steps = await sandboxWorld({ numbers: EVERY_NUMBER });
});

type Row = readonly [what: string, reason: VerdictReason, (number: NumberToConnect) => Promise<HttpCall>];

/** Proofs that are none. */
const WITHOUT_PROOF: readonly Row[] = [
  ['no signature', 'no-signature', async (number) => withProof(number, () => undefined)],
  ['its signature twice', 'malformed-signature', async (number) => withProof(number, (proof) => `${proof}, ${proof}`)],
  ['a flipped byte in its signature', 'wrong-signature', async (number) => withProof(number, flipped)],
  ['the secret of another account', 'wrong-signature', (number) => good(number, { byAnother: true })],
];
/** Bodies that the provider never signed. */
const OTHER_BODIES: readonly Row[] = [
  ['a flipped byte in its body', 'wrong-signature', async (number) => withBody(number, (body) => flipped(body))],
  ['JSON nested without end in place of its body', 'wrong-signature', async (number) => withBody(number, () => BOMB)],
  ['5 MB in place of its body', 'wrong-signature', async (number) => withBody(number, () => BIG)],
  ['bytes that are no text', 'wrong-signature', async (number) => withBody(number, notUtf8)],
];
const STALE: Row = ['a signature of an hour ago', 'stale', (number) => good(number, { agoMs: 3_600_000 })];

/** What the provider truly sent, and nobody can read: taken, so that it does not come again, and nothing is kept of it. */
const UNREADABLE = [
  ['JSON nested without end', BOMB],
  ['5 MB', BIG],
  ['half a letter', '\ud83d{"'],
  ['names that objects have of themselves', '{"__proto__":{"event":"x"},"constructor":1,"object":"__proto__"}'],
] as const;

describe.each(EVERY_NUMBER.map((number) => [number.provider, number.channel, number] as const))(
  'a webhook of %s, %s,',
  (...[, , number]) => {
    const { coversBody, ages } = proofOf(number);
    const rows = [...WITHOUT_PROOF, ...(coversBody ? OTHER_BODIES : []), ...(ages ? [STALE] : [])];

    test.each(rows)('with %s is refused, kept nowhere, and told nothing', async (_, reason, damaged) => {
      const refusal = gatewayOf(number).refusal?.(reason) ?? { status: 401, headers: {}, body: '' };
      await expectNothingKept(await damaged(number), refusal);
    });

    test.each(UNREADABLE)('of %s, truly signed, is taken and kept nowhere', async (_, unreadable) => {
      await expectNothingKept(await good(number, { body: unreadable }), gatewayOf(number).acknowledgement);
    });
  },
);

test.each(EVERY_NUMBER.map((number) => [number.provider, number.channel, number] as const))(
  'undamaged, a webhook of %s, %s, is kept: the rows above were refused for what they name',
  async (...[, , number]) => {
    const before = storedBy(steps);
    expect(await posted(await good(number))).toEqual(gatewayOf(number).acknowledgement);
    await steps.settle();
    expect(storedBy(steps)).not.toBe(before);
  },
);

test('nothing that was posted, and no secret, stands in a log line', async () => {
  const { numbers } = await steps.world.describe();
  const secrets = numbers.flatMap(({ provider, credentials }) =>
    (registry.get(provider)?.fields ?? []).flatMap(({ name, secret }) => (secret ? (credentials[name] ?? []) : [])),
  );
  const logs = steps.world.platform.logs.map(({ text }) => text).join('\n');
  for (const word of [...secrets, ANA.slice(1), 'nobody expects', 'xxxxx', '[[[[[']) expect(logs).not.toContain(word);
});

const good = (number: NumberToConnect, wish: Parameters<typeof signedWebhook>[2] = {}) =>
  signedWebhook(steps.world, number, wish);

async function expectNothingKept(call: HttpCall, answer: WebhookAnswer) {
  const before = storedBy(steps);
  expect(await posted(call)).toEqual(answer);
  await steps.settle();
  expect(storedBy(steps)).toBe(before);
}

const posted = (call: HttpCall) => steps.world.drive(() => steps.world.platform.webTrigger(call));

async function withProof(number: NumberToConnect, change: (proof: string) => string | undefined): Promise<HttpCall> {
  const { headers, ...call } = await good(number);
  const { header } = proofOf(number);
  const { [header]: proof = '', ...others } = headers;
  const changed = change(proof);
  return { ...call, headers: { ...others, ...(changed !== undefined && { [header]: changed }) } };
}

async function withBody(number: NumberToConnect, change: (body: string) => HttpCall['body']): Promise<HttpCall> {
  const call = await good(number);
  return { ...call, body: change(String(call.body)) };
}

/** With the lowest bit of the middle byte turned over: the last ones may stand for nothing. */
function flipped(text: string): string {
  const middle = Math.floor(text.length / 2);
  return text.slice(0, middle) + String.fromCharCode(text.charCodeAt(middle) ^ 1) + text.slice(middle + 1);
}

const notUtf8 = (body: string): Uint8Array => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(body, 'latin1')]);

function gatewayOf({ provider }: NumberToConnect) {
  const { credentials } = steps.world.state.carriers[provider] as { credentials: unknown };
  const connected = registry.get(provider)?.connect(credentials);
  if (!connected?.ok) throw new Error(`${provider} is not connected`);
  return connected.value;
}
