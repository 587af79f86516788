import type { ConversationView } from '../../src/contract/views';
import { ANA, sandboxWorld } from '../support/worldSteps';

const DRAFT_ID = '00000000-0000-4000-8000-00000000d4af';

async function begun() {
  const steps = await sandboxWorld();
  const [ana, ben, mia] = [steps.phone(ANA), steps.agent('Ben'), steps.agent('Mia')];
  await ana.writes('Which floor?');
  const asked = (await ben.opensTab('SUP-1')).messages[0]?.key;
  const types = (text: string, more: object = {}) =>
    ben.invokes('saveDraft', { draftId: DRAFT_ID, text, internal: '', ...more }, 'SUP-1');
  const comesBack = async (who = ben) => {
    const answer = await who.invokes('viewConversation', { draft: true }, 'SUP-1');
    if (!answer.ok) throw new Error('the tab was refused');
    return (answer.output as Extract<ConversationView, { kind: 'conversation' }>).draft;
  };
  return { ...steps, ana, ben, mia, asked, types, comesBack };
}

test('what an agent has begun is there when they come back, for them alone', async () => {
  const { mia, asked, types, comesBack } = await begun();
  const template = { template: 'case_update', language: 'en', typed: { 'body.0': 'Ana' } };
  await types('The thi', { quotes: asked, internal: 'Who knows?', template });

  expect(await comesBack()).toMatchObject({
    draftId: DRAFT_ID,
    text: 'The thi',
    quoted: { key: asked, body: { text: 'Which floor?' } },
    internal: 'Who knows?',
    template,
  });
  expect(await comesBack(mia)).toBeUndefined();
});

test('it is gone once it was sent, also where nobody came to clear it, and after a week', async () => {
  const { ben, clock, types, comesBack } = await begun();
  await types('The thi');
  await ben.answersInTab('SUP-1', 'The third', DRAFT_ID);
  expect(await comesBack()).toBeUndefined();

  await types('And the room');
  expect(await comesBack()).toMatchObject({ text: 'And the room' });
  await clock.advance({ hours: 7 * 24 });
  expect(await comesBack()).toBeUndefined();
});

test('what was emptied is stored no longer', async () => {
  const { types, comesBack, world } = await begun();
  await types('The thi');
  const stored = () =>
    Object.entries(world.state.platform.kvs.plain).some(
      ([key, versions]) => key.startsWith('draft:') && versions.at(-1)?.record !== undefined,
    );
  expect(stored()).toBe(true);
  await types('');
  expect(await comesBack()).toBeUndefined();
  expect(stored()).toBe(false);
});

test('keeping a draft asks Jira nothing, reads one record and writes one', async () => {
  const { types, world, clock } = await begun();
  await clock.advance({ seconds: 1 });
  const since = clock.now();
  await types('The thi');
  const done = world.ledger.since(since).filter(({ kind }) => kind === 'kvs' || kind === 'jira');
  expect(done).toMatchObject([
    { kind: 'kvs', what: 'read', keys: 1 },
    { kind: 'kvs', what: 'write', keys: 1 },
  ]);
});

test('a customer keeps no draft on their request', async () => {
  const { world } = await begun();
  const customer = world.jira.people().find(({ role }) => role === 'customer');
  const call = { module: 'issue-tab', issueKey: 'SUP-1', call: 'saveDraft' } as const;
  const input = { draftId: DRAFT_ID, text: 'Mine', internal: '' };
  expect(await world.invoke({ ...call, as: customer?.accountId ?? '', input })).toMatchObject({
    ok: false,
    error: { code: 'not-allowed' },
  });
});
