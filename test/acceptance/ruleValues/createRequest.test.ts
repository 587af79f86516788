import type { SettingsView } from '../../../src/contract/views';
import type { ConversationRules } from '../../../src/domain/conversationRules';
import { fileSteps } from '../../support/fileSteps';
import { ANA, JONAS, sandboxWorld } from '../../support/worldSteps';

async function onTriage(more: Partial<ConversationRules> = {}) {
  const steps = await sandboxWorld({ rules: { createRequest: 'on-triage', whenCustomerWrites: '', ...more } });
  const ada = steps.agent('Ada');
  /** The list may lag behind the store. */
  const waiting = async () => {
    await steps.clock.advance({ minutes: 1 });
    const view = await ada.invokes('viewSettings');
    return view.ok ? (view.output as SettingsView).waiting : [];
  };
  /** What Ada decides about the conversation that has waited longest. */
  const decides = async (decision: string, issueKey?: string) => {
    const [first] = await waiting();
    const input = { conversation: first?.conversation ?? '', decision, ...(issueKey && { issueKey }) };
    const answer = await ada.invokes('triageConversation', input);
    await steps.settle();
    return answer;
  };
  return { ...steps, ana: steps.phone(ANA), ada, ben: steps.agent('Ben'), waiting, decides };
}

test('X19 at once: a first message is a request before anybody looks', async () => {
  const { phone, agent, description, requests } = await sandboxWorld({ rules: { createRequest: 'at-once' } });
  await phone(ANA).writes('The printer is on fire');
  expect([requests(), await description('SUP-1')]).toEqual([['SUP-1'], 'The printer is on fire']);
  await agent('Ben').answersInTab('SUP-1', 'On my way');
  expect(phone(ANA).answers()).toEqual(['On my way']);
});

test('X19 S4-05 on triage: what customers write waits, until somebody raises the request with all of it', async () => {
  const { ana, ben, waiting, decides, description, requests } = await onTriage();
  await ana.writes('The printer is on fire');
  await ana.writes('The flames are blue');
  expect(requests()).toEqual([]);
  expect(await waiting()).toMatchObject([
    { address: ANA, channel: 'whatsapp', text: 'The printer is on fire', messages: 2 },
  ]);
  expect(await decides('create')).toEqual({ ok: true, output: {} });
  expect([requests(), await waiting()]).toEqual([['SUP-1'], []]);
  expect(await description('SUP-1')).toBe('The printer is on fire\nThe flames are blue');
  await ben.answersInTab('SUP-1', 'On my way');
  expect(ana.answers()).toEqual(['On my way']);
});

test('X19 S4-05 S4-06 on triage: a conversation goes on in a request that is there', async () => {
  const { ada, ana, ben, decides, comments, requests } = await onTriage();
  const key = await ada.raisesFor('Ana', 'My printer smokes');
  await ana.texts('Now it burns');
  expect(await decides('link', 'SUP-999')).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  expect(await decides('link', key)).toEqual({ ok: true, output: {} });
  await ben.comments(key, 'On my way');
  await ana.texts('Hurry');
  expect(requests()).toEqual([key]);
  expect(ana.screen()).toEqual(['Now it burns', 'On my way', 'Hurry']);
  expect(await comments(key)).toEqual(['Now it burns', 'On my way', 'Hurry']);
});

test('X19 X8 on triage: in a request that is done already it goes on until that is done anew', async () => {
  const { ada, ana, ben, decides, clock } = await onTriage();
  const key = await ada.raisesFor('Ana', 'My printer smokes');
  await ben.transitions(key, 'Resolve');
  await ana.texts('Now it burns');
  await clock.advance({ minutes: 5 });
  await decides('link', key);
  await ben.answersInTab(key, 'On my way');
  expect(ana.answers()).toEqual(['On my way']);
  expect(await ben.opensTab(key)).toMatchObject({ state: 'active' });
  await ben.transitions(key, 'Back to in progress');
  await ben.transitions(key, 'Resolve');
  expect(await ben.opensTab(key)).toMatchObject({ state: 'closed' });
});

test('X1 X19 on triage: where nothing is copied, a note in the request tells that a conversation goes on in it', async () => {
  const { ada, ana, ben, decides, publicComments, notes } = await onTriage({ copy: 'off', unreadNote: true });
  const key = await ada.raisesFor('Ana', 'My printer smokes');
  await ana.texts('Now it burns');
  await decides('link', key);
  expect(await notes(key)).toEqual(['New SMS message – open the OmniChat tab']);
  await ana.texts('Hurry');
  expect(await notes(key)).toHaveLength(1);
  await ben.answersInTab(key, 'On my way');
  await ana.texts('It is out');
  expect([(await notes(key)).length, await publicComments(key)]).toEqual([2, []]);
  expect(ana.screen('sms')).toEqual(['Now it burns', 'Hurry', 'On my way', 'It is out']);
});

test('X19 on triage: two conversations do not become one request', async () => {
  const { ada, ana, phone, decides, comments, waiting } = await onTriage();
  const key = await ada.raisesFor('Ana', 'My printer smokes');
  await ana.texts('Now it burns');
  await phone(JONAS).writes('Mine, too');
  await decides('link', key);
  expect(await decides('link', key)).toMatchObject({ ok: false, error: { code: 'has-conversation' } });
  expect(await waiting()).toMatchObject([{ address: JONAS }]);
  expect(await comments(key)).toEqual(['Now it burns']);
});

test('X19 on triage: a request whose creation nobody has heard of yet is no other conversation’s', async () => {
  const { ana, breaks, clock, decides, description, phone, requests, waiting, world } = await onTriage();
  await ana.writes('The printer is on fire');
  await phone(JONAS).writes('Mine, too');
  world.state.switches.weather = { productEventMs: [180_000, 180_000], searchLagMs: 180_000 };
  breaks({ at: 'jira.create-issue', kind: 'timeout-after', times: 1 });
  await decides('create');
  expect(requests()).toEqual(['SUP-1']);
  expect(await decides('link', 'SUP-1')).toMatchObject({ ok: false, error: { code: 'has-conversation' } });
  await clock.advance({ minutes: 5 });
  expect(await waiting()).toMatchObject([{ address: JONAS }]);
  expect([requests(), await description('SUP-1')]).toEqual([['SUP-1'], 'The printer is on fire']);
});

test('X19 on triage: of decisions at once, each is followed or refused', async () => {
  const { ada, ana, waiting, requests, settle } = await onTriage();
  await ana.writes('The printer is on fire');
  const [one] = await waiting();
  const decides = (decision: string) => ada.invokes('triageConversation', { ...one, decision });
  const answers = await Promise.all([decides('create'), decides('dismiss')]);
  await settle();
  expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(0);
  expect(requests().length).toBe(answers[0].ok ? 1 : 0);
  expect(ana.answers()).toEqual([]);
});

test('X19 on triage: only what waits can be decided', async () => {
  const { ada, ana, waiting, requests } = await onTriage();
  await ana.writes('The printer is on fire');
  const [one] = await waiting();
  const others = ['nonsense', one?.conversation.replace(/.$/, '9'), one?.conversation.replace(/^\d+/, '99999')];
  for (const conversation of others)
    expect(await ada.invokes('triageConversation', { conversation, decision: 'create' })).toMatchObject({
      error: { code: 'not-found' },
    });
  expect([requests(), ana.answers()]).toEqual([[], []]);
});

test('X19 S3-11 on triage: what is dismissed becomes no request, and the customer’s next words wait anew', async () => {
  const { ana, decides, requests, waiting } = await onTriage();
  await ana.writes('Wrong number, sorry');
  expect(await decides('dismiss')).toEqual({ ok: true, output: {} });
  expect([requests(), await waiting()]).toEqual([[], []]);
  expect(await decides('create')).toMatchObject({ ok: false, error: { code: 'not-found' } });
  await ana.writes('Well, my printer burns');
  expect(await waiting()).toMatchObject([{ text: 'Well, my printer burns', messages: 1 }]);
  expect([requests(), ana.answers()]).toEqual([[], []]);
});

test('X19 S0-23 on triage: a photo waits without being looked at, and is a file of the request that somebody raises', async () => {
  const steps = await onTriage();
  const { ana, clock, decides, requests, world } = steps;
  ana.send({ channel: 'whatsapp', media: { kind: 'image', caption: 'It leaks' } });
  await clock.advance({ minutes: 1 });
  const since = world.agenda.now();
  await clock.advance({ hours: 2 });

  const woken = world.ledger.since(since).filter((one) => one.kind === 'invocation' && one.function === 'fetch-files');
  expect(woken).toEqual([]);
  expect(requests()).toEqual([]);
  await decides('create');
  await clock.advance({ minutes: 2 });
  expect(fileSteps(steps).files('SUP-1')).toMatchObject([{ mimeType: 'image/jpeg' }]);
});
