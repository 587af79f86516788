import type { SettingsView } from '../../src/contract/views';
import { metaBody, metaText, webhooksOf } from '../support/webhooks';
import { ANA, JONAS, metaNumber, sandboxWorld, twilioSms, twilioWhatsApp } from '../support/worldSteps';

const ana = ANA.slice(1);
const jonas = JONAS.slice(1);

test('two numbers of one Meta app on one address land on their own request types', async () => {
  const second = { ...metaNumber('Incident'), number: '+4930901821' };
  const { world, clock, settle, requests, request } = await sandboxWorld({ numbers: [metaNumber(), second] });
  const { numbers } = await world.describe();
  expect(new Set(numbers.map(({ webhookUrl }) => webhookUrl)).size).toBe(1);
  const { meta } = await webhooksOf(world);
  const receivers = numbers.map(({ receiver }) => receiver);
  const at = clock.now();

  await meta(
    metaBody(
      { receiver: receivers[0]!, from: ana, messages: [metaText(ana, 'A', { text: 'To the first', atMs: at })] },
      {
        receiver: receivers[1]!,
        from: jonas,
        name: 'Jonas Weber',
        messages: [metaText(jonas, 'B', { text: 'To the second', atMs: at })],
      },
    ),
  );
  await settle();

  const keys = requests();
  const seen = await Promise.all(keys.map(async (key) => request(key)));
  expect(seen.map(({ description, requestType }) => [description, requestType]).sort()).toEqual([
    ['To the first', 'WhatsApp'],
    ['To the second', 'Incident'],
  ]);
});

test('every message of a body is taken in, in its order', async () => {
  const { world, clock, settle, description } = await sandboxWorld();
  const { meta, receiver } = await webhooksOf(world);
  const atMs = clock.now() - 10_000;
  const change = (id: string, text: string) => ({
    receiver: receiver('meta'),
    from: ana,
    messages: [
      metaText(ana, id, { text, atMs }),
      metaText(ana, `${id}2`, { text: `${text} again`, atMs: atMs + 1_000 }),
    ],
  });

  await meta(metaBody(change('A', 'One'), change('B', 'Two')));
  await settle();

  expect((await description('SUP-1')).split('\n').sort()).toEqual(['One', 'One again', 'Two', 'Two again']);
});

test('S0-01 events for a number nobody added are answered 200, counted and offered in settings', async () => {
  const { world, agent, clock, settle, requests } = await sandboxWorld();
  const { meta } = await webhooksOf(world);
  const body = (id: string) =>
    metaBody({ receiver: '999000111', from: ana, messages: [metaText(ana, id, { text: 'Hello', atMs: clock.now() })] });

  const statuses = [(await meta(body('A'))).status, (await meta(body('B'))).status];
  await settle();

  expect(statuses).toEqual([200, 200]);
  expect(requests()).toEqual([]);
  const answer = await agent('Ada').invokes('viewSettings');
  const { connections } = (answer as { output: SettingsView }).output;
  expect(connections.flatMap(({ unclaimed }) => unclaimed)).toMatchObject([
    { receiver: '999000111', channel: 'whatsapp', count: 2 },
  ]);
});

test('the answer goes out from the number the customer wrote to last', async () => {
  const { phone, agent } = await sandboxWorld({ numbers: [metaNumber(), twilioSms(), twilioWhatsApp()] });
  const customer = phone(ANA);
  await customer.writes('To the Meta number');
  await customer.writes('To the Twilio number', { to: '+14155238886' });

  await agent('Ben').answersInTab('SUP-1', 'Hello');

  const business = customer.messages().filter(({ side }) => side === 'business');
  expect(business.map(({ from, text }) => [from, text])).toEqual([['+14155238886', 'Hello']]);
});

test('two customers have two requests, and each gets only their own answer', async () => {
  const { phone, agent, requests } = await sandboxWorld();
  const [first, second] = [phone(ANA), phone(JONAS)];
  await first.writes('I am Ana');
  await second.writes('I am Jonas');

  await agent('Ben').answersInTab('SUP-1', 'Hello Ana');
  await agent('Mia').comments('SUP-2', 'Hello Jonas');

  expect(requests()).toEqual(['SUP-1', 'SUP-2']);
  expect([first.answers(), second.answers()]).toEqual([['Hello Ana'], ['Hello Jonas']]);
});
