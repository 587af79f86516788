import { FAILURES } from '../../src/domain/breaker';
import type { SettingsView } from '../../src/contract/views';
import { aText } from '../support/matchers';
import { ANA, JONAS, sandboxWorld } from '../support/worldSteps';

/** Two customers who wrote; the provider has just left so many answers unanswered. */
async function silent(failures: number) {
  const steps = await sandboxWorld();
  const [ana, jonas] = [steps.phone(ANA), steps.phone(JONAS)];
  await ana.writes('The printer is on fire');
  await jonas.writes('The door is stuck');
  const ben = steps.agent('Ben');
  steps.breaks({ at: 'carrier.send', kind: '500', times: failures });
  for (let count = 0; count < FAILURES; count += 1) await ben.answersInTab('SUP-1', `Answer ${count}`);
  const sends = () => steps.outbox('meta').filter(({ method }) => method === 'POST').length;
  const row = async (issue: string) => (await ben.opensTab(issue)).messages.at(-1)?.delivery;
  return { ...steps, ana, jonas, ben, sends, row };
}

test('a provider that fails six times rests, the answers wait and say so, and go out once each when it is well again', async () => {
  const { ana, jonas, ben, sends, row, clock, settle } = await silent(FAILURES + 1);
  const before = sends();

  const waiting = await ben.answersInTab('SUP-2', 'Have you tried oil?');
  await ben.answersInTab('SUP-1', 'And is it out?');

  expect(waiting).toMatchObject({ ok: true, output: { status: 'queued' } });
  expect(sends()).toBe(before);
  expect(await row('SUP-2')).toMatchObject({ status: 'queued', waits: { because: 'no-answer', until: aText } });

  await clock.advance({ minutes: 5 });
  await settle();

  // The first probe was the sixth failure: nobody knows whether that one arrived, and nobody repeats it.
  const statuses = [(await row('SUP-1'))?.status, (await row('SUP-2'))?.status];
  expect(statuses.toSorted()).toEqual(['read', 'unknown']);
  expect([...ana.answers(), ...jonas.answers()]).toHaveLength(1);
  await ben.answersInTab('SUP-2', 'It is well again');
  expect(jonas.answers().at(-1)).toBe('It is well again');
});

test('settings show the rest while it lasts, and no longer', async () => {
  const { agent, clock } = await silent(FAILURES);
  const card = async () => {
    const view = await agent('Ada').invokes('viewSettings');
    if (!view.ok) throw new Error(view.error.code);
    return (view.output as SettingsView).connections.find(({ provider }) => provider === 'meta');
  };

  expect((await card())?.rest).toMatchObject({ because: 'no-answer' });
  await clock.advance({ seconds: 31 });
  expect((await card())?.rest).toBeUndefined();
});

test('a pause that the provider asks for holds the other customers back too, and costs their answers no attempt', async () => {
  const { phone, agent, clock, breaks, outbox } = await sandboxWorld();
  const [ana, jonas] = [phone(ANA), phone(JONAS)];
  await ana.writes('The printer is on fire');
  await jonas.writes('The door is stuck');
  const ben = agent('Ben');
  breaks({ at: 'carrier.send', kind: '429', times: 1, retryAfterSeconds: 60 });
  await ben.answersInTab('SUP-1', 'Is it out?');
  const before = outbox('meta').length;

  expect(await ben.answersInTab('SUP-2', 'Have you tried oil?')).toMatchObject({ output: { status: 'queued' } });
  await clock.advance({ seconds: 50 });
  expect(outbox('meta')).toHaveLength(before);

  await clock.advance({ minutes: 2 });
  expect([ana.answers(), jonas.answers()]).toEqual([['Is it out?'], ['Have you tried oil?']]);
});

test('what a customer writes while an answer waits for the provider stands in Jira within a minute, and the answer’s comment follows when it is out', async () => {
  const { phone, agent, breaks, comments, clock, settle, world } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = agent('Ben');
  await ben.answersInTab('SUP-1', 'Hello');
  breaks({ at: 'carrier.send', kind: '429', times: 2, retryAfterSeconds: 280 });
  await ben.answersInTab('SUP-1', 'Is it out?');
  const since = world.agenda.now();

  ana.send({ channel: 'whatsapp', text: 'THE ROOF BURNS NOW' });
  await clock.advance({ seconds: 50 });

  expect(await comments('SUP-1')).toEqual(['Hello', 'THE ROOF BURNS NOW']);
  await clock.advance({ minutes: 4 });
  const performed = world.ledger.since(since).filter((one) => one.kind === 'invocation' && one.function === 'perform');
  expect(performed.length).toBeLessThan(60);
  expect(ana.answers()).toEqual(['Hello']);

  await clock.advance({ minutes: 15 });
  await settle();
  expect(ana.answers()).toEqual(['Hello', 'Is it out?']);
  const told = await comments('SUP-1');
  expect(told).toHaveLength(3);
  expect(told.at(-1)).toContain('Is it out?');
});

describe('an answer that waits for the provider while its conversation ends', () => {
  async function ended(orders: readonly string[]) {
    const { phone, agent, breaks, clock, settle } = await sandboxWorld();
    const ana = phone(ANA);
    await ana.writes('The printer is on fire');
    const ben = agent('Ben');
    breaks({ at: 'carrier.send', kind: '429', times: 1, retryAfterSeconds: 120 });
    await ben.answersInTab('SUP-1', 'It is out');
    for (const order of orders) expect(await ben.invokes(order, {}, 'SUP-1')).toMatchObject({ ok: true });
    await clock.advance({ minutes: 6 });
    await settle();
    const row = (await ben.opensTab('SUP-1')).messages.find(({ side }) => side === 'business');
    return { answers: ana.answers(), delivery: row?.delivery };
  }

  test('goes out after a close: it was given before', async () => {
    expect(await ended(['closeConversation'])).toMatchObject({ answers: ['It is out'], delivery: { status: 'read' } });
  });

  test('S4-12 stays here after a lock, and its row says so', async () => {
    const { answers, delivery } = await ended(['closeConversation', 'lockConversation']);
    expect(answers).toEqual([]);
    expect(delivery).toMatchObject({ status: 'failed', reason: 'conversation-locked' });
  });
});
