import { writtenTo } from './writtenTo';

const NOTICE = 'Your request SUP-1 is now Resolved.';

test('X7 a message after the close opens a request without a link where the rules want a new one', async () => {
  const { ana, ben, request, requests } = await writtenTo({ afterClose: 'new' });
  await ben.transitions('SUP-1', 'Resolve');
  await ana.writes('It burns again');
  expect(requests()).toEqual(['SUP-1', 'SUP-2']);
  expect(await request('SUP-2')).toMatchObject({ description: 'It burns again', links: [] });
  await ben.answersInTab('SUP-2', 'On my way');
  expect(ana.answers()).toEqual([NOTICE, 'On my way']);
});

test('X7 thanks after the close open a request where the rules do not know small talk', async () => {
  const { ana, ben, description, publicComments, requests } = await writtenTo({ smallTalk: false });
  await ben.transitions('SUP-1', 'Resolve');
  await ana.writes('Thank you!');
  expect(requests()).toEqual(['SUP-1', 'SUP-2']);
  expect(await description('SUP-2')).toBe('Thank you!');
  await ben.answersInTab('SUP-2', 'With pleasure');
  expect(ana.screen()).toEqual(['The printer is on fire', NOTICE, 'Thank you!', 'With pleasure']);
  expect(await publicComments('SUP-2')).toEqual(['With pleasure']);
});

test('X7 a locked conversation without a text for it keeps what the customer writes and is silent', async () => {
  const { ana, asks, ben, requests } = await writtenTo({ lockedText: '' });
  await asks('closeConversation');
  await asks('lockConversation');
  await ana.writes('Hello?');
  expect([ana.answers(), requests()]).toEqual([[], ['SUP-1']]);
  expect((await ben.opensTab('SUP-1')).messages.at(-1)?.body.text).toBe('Hello?');
});

test('X8 where only the button closes, the conversation goes on after Done', async () => {
  const { ana, asks, ben, publicComments, request, requests } = await writtenTo({ closeOn: 'button' });
  await ben.transitions('SUP-1', 'Resolve');
  await ben.answersInTab('SUP-1', 'Please tell us if it burns again');
  await ana.writes('It does');
  expect(requests()).toEqual(['SUP-1']);
  expect(ana.answers()).toEqual([NOTICE, 'Please tell us if it burns again']);
  expect(await publicComments('SUP-1')).toEqual(['Please tell us if it burns again', 'It does']);
  expect((await request('SUP-1')).status).toBe('Resolved');
  await asks('closeConversation');
  await ana.writes('And again');
  expect(requests()).toEqual(['SUP-1', 'SUP-2']);
});

test('X8 a status of the category Done closes nothing where other statuses are named', async () => {
  const rules = { closeOn: 'statuses', closeStatuses: ['Closed'] } as const;
  const { ana, ben, description, publicComments, requests } = await writtenTo(rules);
  await ben.transitions('SUP-1', 'Resolve');
  await ben.answersInTab('SUP-1', 'Is it out?');
  await ana.writes('It still burns');
  expect(requests()).toEqual(['SUP-1']);
  expect(await publicComments('SUP-1')).toEqual(['Is it out?', 'It still burns']);
  await ben.transitions('SUP-1', 'Close');
  await ana.writes('Now the coffee');
  expect([requests(), await description('SUP-2')]).toEqual([['SUP-1', 'SUP-2'], 'Now the coffee']);
  expect(ana.answers()).toEqual([NOTICE, 'Is it out?']);
});

test('X8 the close button leaves the request where it is without a status to move it to', async () => {
  const { ana, asks, ben, request } = await writtenTo({ closeTransition: { status: '', resolution: '' } });
  await asks('closeConversation');
  expect((await request('SUP-1')).status).toBe('Waiting for support');
  await ben.answersInTab('SUP-1', 'Too late');
  expect(ana.answers()).toEqual([]);
});

test('X9 leaving the status is the only way back where the rules say so', async () => {
  const { ana, asks, ben, publicComments, request } = await writtenTo({ reactivateOn: 'leaving-status' });
  await ben.transitions('SUP-1', 'Resolve');
  expect(await asks('reopenConversation')).toMatchObject({ ok: false, error: { code: 'reopened-by-status' } });
  await ben.answersInTab('SUP-1', 'Not yet');
  await ben.transitions('SUP-1', 'Back to in progress');
  await ben.answersInTab('SUP-1', 'Once more');
  expect(ana.answers()).toEqual([NOTICE, 'Once more']);
  expect([await publicComments('SUP-1'), (await request('SUP-1')).status]).toEqual([['Once more'], 'In progress']);
});

test('X9 the button is the only way back where the rules say so', async () => {
  const { ana, asks, ben, request } = await writtenTo({ reactivateOn: 'button' });
  await ben.transitions('SUP-1', 'Resolve');
  await ben.transitions('SUP-1', 'Back to in progress');
  await ben.answersInTab('SUP-1', 'Not yet');
  expect(await asks('reopenConversation')).toMatchObject({ ok: true });
  await ben.answersInTab('SUP-1', 'Once more');
  expect(ana.answers()).toEqual([NOTICE, 'Once more']);
  expect((await request('SUP-1')).status).toBe('In progress');
});

test('X20 the assignee stays after the close where the rules keep them', async () => {
  const { ana, asks, assignee, ben } = await writtenTo({ onClose: 'keep' });
  await ben.answersInTab('SUP-1', 'The fire is out');
  await asks('closeConversation');
  expect(await assignee('SUP-1')).toBe(ben.accountId);
  expect(ana.answers()).toEqual(['The fire is out']);
});
