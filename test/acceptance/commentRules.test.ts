import type { ConversationRules } from '../../src/domain/conversationRules';
import { jiraPerson } from '../support/jiraPerson';
import { ANA, JONAS, sandboxWorld } from '../support/worldSteps';

/** Ana has written on WhatsApp and Ben sees her request. */
async function conversation(rules: Partial<ConversationRules> = {}) {
  const steps = await sandboxWorld({ rules });
  const ana = steps.phone(ANA);
  await ana.writes('The printer is on fire');
  return { ...steps, ana, ben: steps.agent('Ben') };
}

describe('X1 what is copied to Jira', () => {
  test('S2-07 off: the chat stays in the tab, the description tells what it is about', async () => {
    const { ana, ben, comments, description } = await conversation({ copy: 'off', description: 'first' });
    await ana.writes('Hurry');
    await ben.answersInTab('SUP-1', 'On my way');
    await ana.writes('Thank you');
    expect(ana.answers()).toEqual(['On my way']);
    expect(await description('SUP-1')).toBe('The printer is on fire');
    expect(await comments('SUP-1')).toEqual([]);
    const { messages } = await ben.opensTab('SUP-1');
    expect(messages.map(({ body }) => body.text)).toEqual([
      'The printer is on fire',
      'Hurry',
      'On my way',
      'Thank you',
    ]);
  });

  test('off: no performer is woken to find that there is nothing to copy', async () => {
    const { ana, world, clock } = await conversation({ copy: 'off', description: 'first', whenCustomerWrites: '' });
    await world.advance(600_000);
    const before = clock.now();
    await ana.writes('Hurry');
    const kinds = world.ledger.since(before).map(({ kind }) => kind);
    expect(kinds).toContain('kvs');
    expect(kinds.filter((kind) => kind === 'jira' || kind === 'queue')).toEqual([]);
  });

  test('off: what the customer says before the first answer still joins the description', async () => {
    const { ana, ben, comments, description } = await conversation({ copy: 'off' });
    await ana.writes('Hurry');
    await ben.answersInTab('SUP-1', 'On my way');
    await ana.writes('Thank you');
    expect(await description('SUP-1')).toBe('The printer is on fire\nHurry');
    expect(await comments('SUP-1')).toEqual([]);
  });

  test('internal: both sides stand in internal notes, the customer’s next words join theirs', async () => {
    const { ana, ben, notes, publicComments } = await conversation({ copy: 'internal', description: 'first' });
    await ana.writes('Hurry');
    await ana.writes('Please');
    await ben.answersInTab('SUP-1', 'On my way');
    await ana.writes('Thank you');
    expect(await publicComments('SUP-1')).toEqual([]);
    expect(await notes('SUP-1')).toEqual([
      'Ana Horvat (WhatsApp)\nHurry\nPlease',
      'On my way',
      'Ana Horvat (WhatsApp)\nThank you',
    ]);
    expect(ana.answers()).toEqual(['On my way']);
  });

  test('public again after a while off: goes on from now, nothing is doubled', async () => {
    const { ana, agent, comments } = await conversation({ copy: 'off', description: 'first' });
    await ana.writes('Only in the tab');
    await agent('Ada').invokes('saveRules', { rules: { copy: 'public' } });
    await ana.writes('Also in Jira');
    expect(await comments('SUP-1')).toEqual(['Also in Jira']);
  });
});

describe('X4 the description', () => {
  test('S2-06 first: the opening message alone, the rest are comments', async () => {
    const { agent, phone, comments, description } = await sandboxWorld({ rules: { description: 'first' } });
    const jonas = phone(JONAS);
    await jonas.writesInOneGo('Hello', 'The printer is on fire');
    expect(await description('SUP-1')).toBe('Hello');
    expect(await comments('SUP-1')).toEqual(['The printer is on fire']);
    await agent('Ben').comments('SUP-1', 'On my way');
    expect(jonas.answers()).toEqual(['On my way']);
  });
});

describe('X5 joining by time', () => {
  test('words within the seconds join the last comment, later ones begin another', async () => {
    const rules = { description: 'first', joinComments: 'by-time', coalesceSeconds: 120 } as const;
    const { ana, clock, comments } = await conversation(rules);
    await ana.writes('One');
    await ana.writes('Two');
    await clock.advance({ minutes: 10 });
    await ana.writes('Three');
    expect(await comments('SUP-1')).toEqual(['One\nTwo', 'Three']);
    expect(ana.screen()).toEqual(['The printer is on fire', 'One', 'Two', 'Three']);
  });
});

describe('X2 which comments go to the phone', () => {
  test('S2-10 S2-11 S4-18 off: a public comment stays in Jira', async () => {
    const { ana, ben, publicComments } = await conversation({ bridge: 'off' });
    await ben.comments('SUP-1', 'For the portal only');
    expect(ana.answers()).toEqual([]);
    expect(await publicComments('SUP-1')).toEqual(['For the portal only']);
    expect((await ben.opensTab('SUP-1')).messages).toHaveLength(1);
  });

  test('prefixed: only what begins with the prefix goes, without it', async () => {
    const { ana, ben, publicComments } = await conversation({ bridge: 'prefixed', bridgePrefix: '@customer' });
    await ben.comments('SUP-1', 'Among us: this is hopeless');
    await ben.comments('SUP-1', '@customers are hard');
    await ben.comments('SUP-1', '@Customer: help is near');
    expect(ana.answers()).toEqual(['help is near']);
    expect(await publicComments('SUP-1')).toHaveLength(3);
  });
});

test('the agent’s name stands before the text where the rules say so, and Jira shows the text alone', async () => {
  const { ana, ben, comments } = await conversation({ agentName: true });
  await ben.answersInTab('SUP-1', 'On my way');
  await ben.comments('SUP-1', 'With a bucket');
  expect(ana.answers()).toEqual(['*Ben Fischer*\nOn my way', '*Ben Fischer*\nWith a bucket']);
  expect(await comments('SUP-1')).toEqual(['On my way', 'With a bucket']);
});

describe('a comment that changes after the customer got it', () => {
  test('edited: the row says so and nothing is sent until the agent sends the correction', async () => {
    const { ana, ben, comments } = await conversation();
    const comment = await ben.comments('SUP-1', 'I come at ten');
    await ben.editsComment('SUP-1', comment, 'I come at eleven');
    expect(ana.answers()).toEqual(['I come at ten']);
    const [, row] = (await ben.opensTab('SUP-1')).messages;
    expect(row).toMatchObject({ via: 'comment', comment: { change: 'edited' } });

    const draft = { draftId: ben.nextDraft(), message: row?.key };
    expect(await ben.invokes('sendCorrection', draft, 'SUP-1')).toMatchObject({
      ok: true,
      output: { status: 'accepted' },
    });
    expect(await ben.invokes('sendCorrection', draft, 'SUP-1')).toMatchObject({ ok: true });
    const other = { ...draft, draftId: ben.nextDraft() };
    expect(await ben.invokes('sendCorrection', other, 'SUP-1')).toMatchObject({ error: { code: 'not-found' } });
    expect(ana.answers()).toEqual(['I come at ten', 'I come at eleven']);
    expect((await ben.opensTab('SUP-1')).messages.slice(1)).toMatchObject([
      { comment: { change: 'corrected' } },
      { isCorrection: true, body: { text: 'I come at eleven' } },
    ]);
    expect(await comments('SUP-1')).toEqual(['I come at eleven']);

    await ben.editsComment('SUP-1', comment, 'I come at noon');
    expect((await ben.opensTab('SUP-1')).messages.at(-1)).toMatchObject({ comment: { change: 'edited' } });
    expect(ana.answers()).toHaveLength(2);
  });

  test('edited back, the row says nothing any more', async () => {
    const { ben } = await conversation();
    const comment = await ben.comments('SUP-1', 'I come at ten');
    await ben.editsComment('SUP-1', comment, 'I come at eleven');
    await ben.editsComment('SUP-1', comment, 'I come at ten');
    expect((await ben.opensTab('SUP-1')).messages[1]).not.toHaveProperty('comment');
  });

  test('a tab answer whose comment is edited can be corrected, too', async () => {
    const { ana, ben, commentsOf } = await conversation();
    await ben.answersInTab('SUP-1', 'I come at ten');
    const [comment] = await commentsOf('SUP-1');
    await ben.editsComment('SUP-1', comment?.id ?? '', 'I come at eleven');
    const [, row] = (await ben.opensTab('SUP-1')).messages;
    expect(row).toMatchObject({ via: 'tab', comment: { change: 'edited' } });
    await ben.invokes('sendCorrection', { draftId: ben.nextDraft(), message: row?.key }, 'SUP-1');
    expect(ana.answers()).toEqual(['I come at ten', 'I come at eleven']);
  });

  test('deleted: the row says that the customer has it', async () => {
    const { ana, ben } = await conversation();
    const comment = await ben.comments('SUP-1', 'I come at ten');
    await ben.deletesComment('SUP-1', comment);
    expect(ana.answers()).toEqual(['I come at ten']);
    expect((await ben.opensTab('SUP-1')).messages[1]).toMatchObject({ comment: { change: 'deleted' } });
  });

  test('made internal: the row says so; a correction is refused', async () => {
    const { ben } = await conversation();
    const comment = await ben.comments('SUP-1', 'I come at ten');
    await ben.makesCommentInternal('SUP-1', comment);
    const [, row] = (await ben.opensTab('SUP-1')).messages;
    expect(row).toMatchObject({ comment: { change: 'internal' } });
    const draft = { draftId: ben.nextDraft(), message: row?.key };
    expect(await ben.invokes('sendCorrection', draft, 'SUP-1')).toMatchObject({ error: { code: 'not-found' } });
  });

  test('an internal comment turned public is sent once, however old it is', async () => {
    const { ana, ben, clock } = await conversation();
    const comment = await ben.commentsInternally('SUP-1', 'I come at ten');
    await clock.advance({ hours: 3 });
    await ben.makesCommentPublic('SUP-1', comment);
    expect(ana.answers()).toEqual(['I come at ten']);
    await ben.makesCommentInternal('SUP-1', comment);
    await ben.makesCommentPublic('SUP-1', comment);
    expect(ana.answers()).toEqual(['I come at ten']);
  });
});

test('the customer’s own portal comment is a row and an agent’s turn, and goes to no phone', async () => {
  const { world, ana, ben, request, comments, settle } = await conversation();
  await ben.answersInTab('SUP-1', 'Which floor?');
  const customer = Object.values(world.state.jira.issues)[0]?.reporter ?? '';
  const portal = jiraPerson(world.jira.door, customer);
  await portal('POST', '/rest/servicedeskapi/request/SUP-1/comment', { body: 'The second floor', public: true });
  await settle();
  const tab = await ben.opensTab('SUP-1');
  expect(tab.messages.at(-1)).toMatchObject({
    side: 'customer',
    via: 'portal',
    author: { name: 'Ana Horvat' },
    body: { text: 'The second floor' },
  });
  expect((await request('SUP-1')).facts).toMatchObject({ waitingOn: 'agent', unread: 'yes' });
  expect(ana.answers()).toEqual(['Which floor?']);
  expect(await comments('SUP-1')).toEqual(['Which floor?', 'The second floor']);
});

test('X21 S4-09 an internal message is an internal comment of the agent, once per draft, and never leaves', async () => {
  const { ana, ben, notes, settle } = await conversation();
  const draft = { draftId: ben.nextDraft(), text: 'Who has a bucket?' };
  expect(await ben.invokes('addInternalMessage', draft, 'SUP-1')).toMatchObject({ ok: true });
  await ben.invokes('addInternalMessage', draft, 'SUP-1');
  await settle();
  expect(await notes('SUP-1')).toEqual(['Who has a bucket?']);
  expect(ana.answers()).toEqual([]);
});
