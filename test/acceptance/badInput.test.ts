import { createHmac } from 'node:crypto';
import { calls } from '../../src/contract/calls';
import { metaBody, metaText, webhooksOf } from '../support/webhooks';
import { ANA, sandboxWorld } from '../support/worldSteps';

const digits = ANA.slice(1);

/** A world, and a way to post any text to Meta's address with a right signature. */
async function postingToMeta() {
  const steps = await sandboxWorld();
  const { world } = steps;
  const row = (await world.describe()).numbers.find(({ provider }) => provider === 'meta')!;
  const post = async (body: string) => {
    const signature = createHmac('sha256', row.credentials.appSecret ?? '')
      .update(body)
      .digest('hex');
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` };
    const call = { method: 'POST', url: row.webhookUrl, headers, body };
    return (await world.drive(() => world.platform.webTrigger(call))).status;
  };
  const says = (id: string, text: string) => metaText(digits, id, { text, atMs: steps.clock.now() });
  const bodyOf = (...messages: object[]) => metaBody({ receiver: row.receiver, from: digits, messages });
  return { ...steps, post, says, bodyOf };
}

test.each([
  ['a truncated body', '{"object":"whatsapp_business_account","entry":[{"id":'],
  ['no JSON at all', 'hello'],
  ['an empty body', ''],
  ['JSON nested ten thousand deep', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ['a number where the envelope belongs', '42'],
])('%s with a right signature is answered, stores nothing and the channel goes on', async (_, body) => {
  const { post, says, bodyOf, settle, requests, description } = await postingToMeta();

  expect(await post(body)).toBe(200);
  await settle();
  expect(requests()).toEqual([]);

  expect(await post(JSON.stringify(bodyOf(says('A', 'The printer is on fire'))))).toBe(200);
  await settle();
  expect(await description('SUP-1')).toBe('The printer is on fire');
});

test.each([
  ['null bytes', 'fire\u0000fire', 'firefire'],
  ['half an emoji', 'fire \ud83d', 'fire'],
  ['text direction tricks', 'fire \u202eerif', 'fire \u202eerif'],
])('%s in a message lose nothing that can be read', async (_, text, shown) => {
  const { post, says, bodyOf, settle, description, agent } = await postingToMeta();

  expect(await post(JSON.stringify(bodyOf(says('A', text))))).toBe(200);
  await settle();

  expect((await description('SUP-1')).trim()).toContain(shown.slice(0, 8).trim());
  expect((await agent('Ben').opensTab('SUP-1')).messages).toHaveLength(1);
});

test('sixty messages of one body are sixty rows of one request, in their order', async () => {
  const { post, says, bodyOf, settle, clock, requests, agent, comments, description } = await postingToMeta();
  const texts = Array.from({ length: 60 }, (_, index) => `Line ${index + 1}`);

  expect(await post(JSON.stringify(bodyOf(...texts.map((text, index) => says(`M${index}`, text)))))).toBe(200);
  await settle();
  await clock.advance({ minutes: 2 });

  expect(requests()).toEqual(['SUP-1']);
  const page = await agent('Ben').opensTab('SUP-1');
  expect(page.messages.map(({ body }) => body.text)).toEqual(texts.slice(-25));
  expect(`${await description('SUP-1')}\n${(await comments('SUP-1')).join('\n')}`.trim().split('\n')).toEqual(texts);
});

test('what was said never stands in a log line', async () => {
  const { post, says, bodyOf, settle, world } = await postingToMeta();

  await post(JSON.stringify(bodyOf(says('A', 'my secret is swordfish'))));
  await post('{"broken": "swordfish');
  await settle();

  const logs = world.platform.logs.map(({ text }) => text).join('\n');
  expect(logs).not.toContain('swordfish');
  expect(logs).not.toContain(digits);
});

test.each(Object.keys(calls))('%s is refused to somebody without the right', async (call) => {
  const { phone, world } = await sandboxWorld();
  await phone(ANA).writes('The printer is on fire');
  const customer = world.jira.people().find(({ role }) => role === 'customer')!;
  const module = calls[call as keyof typeof calls].caller === 'agent' ? 'issue-tab' : 'settings';
  const place = { issueKey: 'SUP-1', projectKey: 'SUP' };

  const answer = await world.invoke({ as: customer.accountId, module, ...place, call, input: {} });

  expect(answer).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
});

test.each(Object.entries(calls).filter(([, { caller }]) => caller !== 'agent'))(
  '%s is refused to an agent who does not administer the project',
  async (call) => {
    const { world } = await sandboxWorld();
    const asked = { as: 'ben@example.com', module: 'settings', projectKey: 'SUP', call, input: {} };
    expect(await world.invoke(asked)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  },
);

test('the webhooks of two providers share nothing: a body signed for one is refused by the other', async () => {
  const { world, clock } = await sandboxWorld();
  const { meta, receiver } = await webhooksOf(world);
  const twilio = (await world.describe()).numbers.find(({ provider }) => provider === 'twilio')!;
  const body = metaBody({
    receiver: receiver('meta'),
    from: digits,
    messages: [metaText(digits, 'A', { text: 'x', atMs: clock.now() })],
  });
  expect((await meta(body, twilio.credentials.authToken)).status).toBe(401);
});
