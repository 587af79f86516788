import { ANA, sandboxWorld } from '../support/worldSteps';

/** Ana has written on WhatsApp, Ben works on her request; there is a second project. */
async function conversation() {
  const steps = await sandboxWorld();
  const { backstage } = steps.world.jira;
  backstage.addProject({ key: 'OPS', name: 'Operations' });
  backstage.addProject({ key: 'DEV', name: 'Development', typeKey: 'software' });
  const ana = steps.phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = steps.agent('Ben');
  const ada = steps.agent('Ada');
  const moves = async (issueKey: string, projectKey: string) => {
    const key = backstage.move(ben.accountId, issueKey, projectKey);
    await steps.settle();
    return key;
  };
  return { ...steps, backstage, ana, ben, ada, moves };
}

test('A3 a request that moves to another service project is still the same conversation', async () => {
  const { ana, ben, moves, request, requests, comments } = await conversation();
  await moves('SUP-1', 'OPS');
  await ben.comments('OPS-1', 'Is it still burning?');
  await ben.answersInTab('OPS-1', 'Please stand back');
  expect(ana.answers()).toEqual(['Is it still burning?', 'Please stand back']);
  await ana.writes('A little');
  expect(requests()).toEqual(['OPS-1']);
  expect(await comments('OPS-1')).toContainEqual(expect.stringContaining('A little'));

  await ben.transitions('OPS-1', 'Resolve');
  await ana.writes('It burns again');
  expect(requests()).toEqual(['OPS-1', 'SUP-2']);
  expect((await request('SUP-2')).links).toEqual(['OPS-1']);
});

test('A3 a request that leaves the service projects says so, and the customer’s next message opens a new one', async () => {
  const { ana, ben, moves, notes, request, requests } = await conversation();
  await moves('SUP-1', 'DEV');
  expect(await notes('DEV-1')).toEqual([expect.stringContaining('in no service project any more')]);
  expect(await ben.opensTab('DEV-1')).toMatchObject({ state: 'closed', closed: { source: 'user' } });
  await ana.writes('Hello?');
  expect(requests()).toEqual(['DEV-1', 'SUP-2']);
  expect((await request('SUP-2')).links).toEqual(['DEV-1']);
});

test('A3 a clone is never taken for the conversation', async () => {
  const { backstage, ana, ben, settle, comments, found, request } = await conversation();
  const clone = backstage.clone(ben.accountId, 'SUP-1');
  await settle();
  expect((await request(clone)).facts).toEqual({});
  expect(await found('omniState = "active"')).toEqual(['SUP-1']);
  await ben.comments(clone, 'Only for us');
  expect(ana.answers()).toEqual([]);
  await ana.writes('It still burns');
  expect(await comments(clone)).toEqual(['Only for us']);
});

test('A3 a merged request is done: the customer’s next message opens a linked one', async () => {
  const { backstage, ana, ada, ben, settle, requests, request } = await conversation();
  const other = await ada.raisesFor('Zoe', 'A printer burns');
  backstage.merge(ben.accountId, 'SUP-1', other);
  await settle();
  expect((await ben.opensTab('SUP-1')).state).toBe('closed');
  await ana.writes('Any news?');
  expect(requests()).toEqual(['SUP-1', other, 'SUP-3']);
  expect((await request('SUP-3')).links).toEqual(['SUP-1']);
});

test('A3 a request that becomes another type of work is still the same conversation, and can be closed', async () => {
  const { backstage, ana, ben, settle, comments, requests, request } = await conversation();
  backstage.changeIssueType(ben.accountId, 'SUP-1', '[System] Incident');
  await settle();
  await ben.comments('SUP-1', 'Is it still burning?');
  await ana.writes('A little');
  expect(ana.answers()).toEqual(['Is it still burning?']);
  expect(await comments('SUP-1')).toContainEqual(expect.stringContaining('A little'));
  await ben.transitions('SUP-1', 'Resolve');
  await ana.writes('It burns again');
  expect(requests()).toEqual(['SUP-1', 'SUP-2']);
  expect((await request('SUP-2')).links).toEqual(['SUP-1']);
});

test('A3 a request without a request type goes on', async () => {
  const { backstage, ana, ben, settle, comments, requests } = await conversation();
  backstage.removeRequestType(ben.accountId, 'SUP-1');
  await settle();
  await ben.comments('SUP-1', 'Is it still burning?');
  await ana.writes('A little');
  expect(ana.answers()).toEqual(['Is it still burning?']);
  expect(await comments('SUP-1')).toContainEqual(expect.stringContaining('A little'));
  expect(requests()).toEqual(['SUP-1']);
});

test('A3 a message that came after a deletion nobody had told us of is a new request', async () => {
  const { world, ana, ada, clock, description, requests } = await conversation();
  world.state.switches.realisticDelays = true;
  await ada.deletesAtOnce('SUP-1');
  ana.send({ channel: 'whatsapp', text: 'Hello?' });
  await clock.advance({ minutes: 10 });
  expect(requests()).toEqual(['SUP-2']);
  expect(await description('SUP-2')).toContain('Hello?');
});

test('A3 while the app is out of the project answers still go out, and a replay tells Jira what it missed', async () => {
  const { backstage, ana, ben, clock, settle, comments } = await conversation();
  backstage.barApp('SUP', true);
  await ben.answersInTab('SUP-1', 'Please stand back');
  await ana.writes('I do');
  await clock.advance({ hours: 1 });
  expect(ana.answers()).toEqual(['Please stand back']);
  const { problems } = await ben.opensTab('SUP-1');
  expect(problems).toContainEqual(expect.objectContaining({ work: 'mirror', code: 'request-gone' }));

  backstage.barApp('SUP', false);
  for (const { effect } of problems) await ben.invokes('replayEffect', { effect }, 'SUP-1');
  await settle();
  expect((await ben.opensTab('SUP-1')).problems).toEqual([]);
  expect(await comments('SUP-1')).toContainEqual(expect.stringContaining('I do'));
});

test('A3 what was written while nobody heard of it is not written again by the replay of what was given up', async () => {
  const { backstage, ana, ben, breaks, clock, settle, comments } = await conversation();
  await ben.answersInTab('SUP-1', 'Please stand back');
  breaks({ at: 'jira.comment', kind: 'timeout-after', times: 1 });
  ana.send({ channel: 'whatsapp', text: 'I do' });
  await clock.advance({ seconds: 5 });
  backstage.barApp('SUP', true);
  await clock.advance({ hours: 1 });

  backstage.barApp('SUP', false);
  const { problems } = await ben.opensTab('SUP-1');
  for (const { effect } of problems) await ben.invokes('replayEffect', { effect }, 'SUP-1');
  await settle();

  expect(problems).toContainEqual(expect.objectContaining({ work: 'mirror' }));
  expect((await comments('SUP-1')).filter((text) => text.includes('I do'))).toHaveLength(1);
});

test('A3 a customer whose account was closed costs no message and no request', async () => {
  const { backstage, world, ana, ben, comments, request } = await conversation();
  const { reporter } = Object.values(world.state.jira.issues)[0] ?? {};
  backstage.closeAccount(reporter ?? '');
  await ben.comments('SUP-1', 'Is it still burning?');
  await ana.writes('A little');
  expect(await comments('SUP-1')).toContainEqual(expect.stringContaining('A little'));
  await ben.transitions('SUP-1', 'Resolve');
  await ana.writes('It burns again');
  expect((await request('SUP-2')).reporter).toMatchObject({ type: 'app' });
});

test('A3 of two requests made for one conversation the first stays, and agents of the second are told', async () => {
  const { world, ana, ben, settle, comments, notes, request } = await conversation();
  const { intent, conversation: id } = (await request('SUP-1')).facts;
  const fields = { project: { key: 'SUP' }, issuetype: { id: '10003' }, summary: 'Made again' };
  await world.jira.door({
    method: 'POST',
    url: '/rest/api/3/issue',
    caller: { kind: 'app' },
    headers: { 'content-type': 'application/json', 'x-atlassian-webhook-trace': 'omnichat.again' },
    body: JSON.stringify({ fields, properties: [{ key: 'omnichat', value: { intent, conversation: intent ?? id } }] }),
  });
  await settle();
  expect(await notes('SUP-2')).toEqual([expect.stringContaining('Duplicate of SUP-1')]);
  expect(await request('SUP-2')).toMatchObject({ links: ['SUP-1'], facts: {} });
  await ben.comments('SUP-2', 'Only for us');
  await ana.writes('It still burns');
  expect(ana.answers()).toEqual([]);
  expect(await comments('SUP-2')).toHaveLength(2);
});
