import { createHmac } from 'node:crypto';
import { aNumber, aText, textLike, textWith } from '../../support/matchers';
import { ANAS_PHONE, BASE, sandboxClient } from '../../support/sandboxClient';
import { ANA } from '../../support/worldSteps';

test('the state names site, project, people and every connected number with what signs for it', async () => {
  const { state } = await sandboxClient();

  const { now, projects, people, numbers } = await state();

  expect(now).toMatch(/^2026-11-16T09:/);
  const requestTypes = ['WhatsApp', 'SMS', 'Incident'].map((name) => ({ id: aText, name }));
  expect(projects).toEqual([{ id: '10000', key: 'SUP', name: aText, serviceDeskId: '1', requestTypes }]);
  const roles = Object.fromEntries(people.map(({ email = '', role }) => [email, role]));
  expect(roles).toMatchObject({ 'ada@example.com': 'admin', 'ben@example.com': 'agent', 'mia@example.com': 'agent' });
  expect(numbers).toMatchObject([
    {
      id: aText,
      provider: 'meta',
      channel: 'whatsapp',
      number: '+4930901820',
      projectKey: 'SUP',
      requestTypeId: '10',
      webhookUrl: textWith('/webtrigger/inbound/'),
      credentials: {
        phoneNumberId: aText,
        businessAccountId: aText,
        accessToken: aText,
        appSecret: aText,
        verifyToken: aText,
      },
    },
    {
      provider: 'twilio',
      channel: 'sms',
      number: '+385951006719',
      requestTypeId: '11',
      credentials: { accountSid: textLike(/^AC/), authToken: aText },
    },
  ]);
});

test('a message written on a phone becomes a request that a Jira client sees', async () => {
  const { writes, idle, ask } = await sandboxClient();

  const written = await writes('The printer is on fire');
  const rest = await idle();

  expect(written).toMatchObject({ status: 200, json: { id: aText } });
  expect(rest.idle).toBe(true);
  // The app's schedules always wait.
  expect(rest.waiting).toContainEqual({ what: aText, at: textLike(/^2026-/) });
  expect(rest.invocations).toBeGreaterThan(1);
  expect(rest.effects).toBeGreaterThan(0);
  const headers = { authorization: `Basic ${Buffer.from('ben@example.com:x').toString('base64')}` };
  const issue = await ask('GET', '/rest/api/3/issue/SUP-1?fields=summary', { headers });
  expect(issue.json).toMatchObject({ fields: { summary: 'WhatsApp request from 385991903327' } });
});

test('what a screen sends is on the phone and in the outbox of the provider', async () => {
  const { writes, idle, ask, messages } = await sandboxClient();
  await writes('The printer is on fire');
  await idle();

  const input = { draftId: '7d6f2c1e-0b0a-4b7e-9a54-3f1d5f1c2a01', text: 'Help is on its way' };
  const body = { as: 'ben@example.com', module: 'issue-tab', issueKey: 'SUP-1', call: 'sendMessage', input };
  const sent = await ask('POST', '/sandbox/api/invoke', { body });
  await idle();

  expect(sent.json).toMatchObject({ ok: true, output: { message: aText } });
  expect(await messages()).toMatchObject([
    { side: 'customer', channel: 'whatsapp', from: ANA, to: '+4930901820', text: 'The printer is on fire' },
    { side: 'business', channel: 'whatsapp', from: '+4930901820', to: ANA, text: 'Help is on its way' },
  ]);
  const outbox = (await ask('GET', '/sandbox/api/carriers/meta/outbox')).json as { body: string }[];
  expect(JSON.parse(outbox.at(-1)?.body ?? '')).toMatchObject({ text: { body: 'Help is on its way' } });
});

test('a webhook signed over the address in the state is taken in, byte for byte', async () => {
  const { state, ask, idle, world } = await sandboxClient();
  const [row] = (await state()).numbers;
  const message = { from: '385991903327', id: 'wamid.A', timestamp: '1794819500', type: 'text' };
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '4930901820', phone_number_id: row!.receiver },
    contacts: [{ profile: { name: 'Ana Horvat' }, wa_id: '385991903327' }],
    messages: [{ ...message, text: { body: 'Grüße 🔥' } }],
  };
  const entry = [{ id: '1', changes: [{ field: 'messages', value }] }];
  const body = JSON.stringify({ object: 'whatsapp_business_account', entry });
  const post = async (secret: string) => {
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    const headers = { 'x-hub-signature-256': `sha256=${signature}`, 'content-type': 'application/json' };
    return (await ask('POST', new URL(row!.webhookUrl).pathname, { body, headers })).status;
  };

  const statuses = [await post('wrong'), await post(row!.credentials.appSecret!)];
  await idle();

  expect(statuses).toEqual([401, 200]);
  expect(JSON.stringify(Object.values(world.state.jira.issues).map(({ description }) => description))).toContain(
    'Grüße 🔥',
  );
});

test('the clock jumps by an ISO duration and can be frozen', async () => {
  const { state, ask } = await sandboxClient();
  const before = Date.parse((await state()).now);
  const clock = async (body: unknown) =>
    (await ask('POST', '/sandbox/api/clock', { body })).json as { now: string; frozen: boolean };

  const jumped = await clock({ advance: 'PT25H' });
  const frozen = [(await clock({ freeze: true })).frozen, (await clock({ freeze: false })).frozen];

  expect(Date.parse(jumped.now) - before).toBe(25 * 3_600_000);
  expect(frozen).toEqual([true, false]);
});

test('faults are planned, used up and cleared', async () => {
  const { writes, idle, ask } = await sandboxClient();

  await ask('POST', '/sandbox/api/faults', { body: [{ at: 'jira.create-issue', kind: '500', times: 1 }] });
  await writes('The printer is on fire');
  await idle();
  const left = (await ask('GET', '/sandbox/api/faults')).json;
  const body = [{ at: 'jira.*', kind: '429', times: 3, retryAfterSeconds: 5 }];
  const planned = (await ask('POST', '/sandbox/api/faults', { body })).json;
  const cleared = (await ask('DELETE', '/sandbox/api/faults')).json;

  expect({ left, planned, cleared }).toEqual({ left: [], planned: body, cleared: [] });
});

test('the ledger has the documented shape and can begin later', async () => {
  const { writes, idle, state, ledger } = await sandboxClient();
  await writes('The printer is on fire');
  await idle();

  const all = await ledger();
  const later = await ledger(`?since=${new Date(Date.parse((await state()).now) + 1).toISOString()}`);

  expect(all).toMatchObject({
    since: aText,
    invocations: { perform: { count: aNumber, ms: aNumber } },
    kvs: { reads: aNumber, writes: aNumber, transactions: aNumber, readBytes: aNumber, writeBytes: aNumber },
    queue: { pushes: aNumber, events: aNumber },
    jira: { calls: aNumber, writes: aNumber, points: aNumber },
    carriers: {},
    ack: { roundTrips: aNumber, ms: aNumber },
  });
  expect(all.jira.writes).toBeGreaterThan(0);
  expect(all.ack.roundTrips).toBeGreaterThan(0);
  expect(later.invocations).toEqual({});
});

test('listeners hear that something happened', async () => {
  const { server, writes } = await sandboxClient();
  const response = await server.request(`${BASE}/sandbox/api/events`);
  const reader = response.body!.getReader();
  const next = async () => new TextDecoder().decode((await reader.read()).value);
  expect(await next()).toContain('listening');

  await writes('The printer is on fire');

  expect(await next()).toContain('{"what":"changed"}');
  await reader.cancel();
});

test('another message on another channel comes over the same phone', async () => {
  const { ask, idle, messages } = await sandboxClient();

  await ask('POST', ANAS_PHONE, { body: { channel: 'sms', to: '+385951006719', text: 'Hello' } });
  await idle();

  expect(await messages()).toMatchObject([{ channel: 'sms', text: 'Hello', status: aText }]);
});
