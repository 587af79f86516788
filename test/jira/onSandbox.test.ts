import { asConversationId, asIssueId, asProjectId, type AccountId, type IssueId } from '../../src/domain/ids';
import { appended, docOf, readDoc } from '../../src/jira/adf';
import { plainText, textHash } from '../../src/jira/adfText';
import { newestComments, newestMarkedComments, readComment } from '../../src/jira/comments';
import { addAgentComment, addCustomerComment, addNote, editComment, type Voice } from '../../src/jira/commentWrites';
import { readEvents } from '../../src/jira/events';
import type { JiraOutcome } from '../../src/jira/outcome';
import { ensureCustomer, mySelf, whoIs } from '../../src/jira/people';
import { isSiteAdmin, mayAdminister, mayAnswer } from '../../src/jira/permissions';
import { writeFacts } from '../../src/jira/properties';
import { editDescription, linkRequests } from '../../src/jira/requestEdits';
import { createRequest, findRequestByIntent, isReporterRefused, readRequest } from '../../src/jira/requests';
import { requestType, requestTypeField, requestTypes, serviceDeskOf } from '../../src/jira/requestTypes';
import { APP, jiraAt, START } from '../sandbox/jira/jiraSteps';
import { memoryCache } from '../support/jiraDouble';
import { portOn } from '../support/sandboxPort';

/** The same words as in the other tests here, spoken to a Jira that behaves. */
const project = asProjectId('10000');
const intent = asConversationId(`10000.${'a'.repeat(32)}.1`);
const marker = { intent, conversation: intent, upTo: 1 };
const facts = { channel: 'whatsapp', state: 'active', waitingOn: 'agent', unread: 'yes' } as const;
const said = (text: string) => [{ kind: 'message', text } as const];
const trace = 'trace-1';

const value = <Value>(outcome: JiraOutcome<Value>): Value => {
  if (outcome.kind !== 'ok') throw new Error(`not ok: ${JSON.stringify(outcome)}`);
  return outcome.value;
};

function start(options: Parameters<typeof jiraAt>[1] = {}) {
  const sandbox = jiraAt(START, options);
  const ben = sandbox.site.accountFor('ben@example.com')!;
  const jira = portOn(sandbox.site, ben);
  const ports = { jira, cache: memoryCache() };
  const customer = async () => {
    const wanted = { email: 'abc@omnichat.invalid', displayName: 'Ana Horvat', serviceDeskId: '1' };
    return value(await ensureCustomer(jira, wanted)).accountId;
  };
  return { ...sandbox, ports, jira, customer, create: (reporter?: AccountId) => create(ports, reporter) };
}

async function create(ports: ReturnType<typeof start>['ports'], reporter?: AccountId) {
  return createRequest(ports.jira, {
    project,
    issueTypeId: value(await requestType(ports, { serviceDeskId: '1', id: '10' })).issueTypeId,
    requestType: { field: value(await requestTypeField(ports)), id: '10' },
    ...(reporter && { reporter }),
    summary: 'WhatsApp request from 4915117607506',
    description: docOf(said('Hello')),
    marker,
    facts,
    trace,
  });
}

test('service desk and request types are found', async () => {
  const { ports, jira } = start();
  const desk = value(await serviceDeskOf(ports, project));
  expect(value(await requestTypes(jira, desk)).map(({ name }) => name)).toEqual(['WhatsApp', 'SMS', 'Incident']);
});

test('a customer is made once, however often asked', async () => {
  const { customer, ports } = start();
  const ana = await customer();
  expect(await customer()).toBe(ana);
  expect(value(await whoIs(ports, ana))).toEqual({ accountId: ana, kind: 'customer', displayName: 'Ana Horvat' });
});

test('a request is created, found by its intent, and its event carries our trace', async () => {
  const { customer, create: raise, jira, events } = start();
  const request = value(await raise(await customer()));
  expect(value(await findRequestByIntent(jira, intent))).toEqual({ ...request, marker });
  expect(readEvents(events.find(({ eventType }) => eventType === 'avi:jira:created:issue'))).toMatchObject([
    { kind: 'created', issueId: request.issueId, trace, own: true },
  ]);
});

test('a creation the index has not seen yet is not found, and found later', async () => {
  const { create: raise, jira, wait } = start({ lagMs: 60_000 });
  await raise();
  expect(value(await findRequestByIntent(jira, intent))).toBeUndefined();
  wait(61_000);
  expect(value(await findRequestByIntent(jira, intent))).toMatchObject({ marker });
});

test('a site that lets the app set no reporter says so by the field', async () => {
  const { create: raise, customer } = start({ switches: { appMaySetReporter: false } });
  expect(isReporterRefused(await raise(await customer()))).toBe(true);
  expect(await raise()).toMatchObject({ kind: 'ok' });
});

test.each([false, true])(
  'a description grows, and stays recognisable; mails cannot be suppressed: %s',
  async (refuseSilentEdits) => {
    const { create: raise, jira, ports } = start({ switches: { refuseSilentEdits } });
    const { issueId } = value(await raise());
    const before = value(await readRequest(jira, issueId));
    const longer = appended(readDoc(before.description)!, [{ kind: 'time', text: '14:05' }, ...said('More')]);
    const marker = { conversation: intent, upTo: 2 };
    expect(await editDescription(ports, { issueId, description: longer, marker, trace })).toMatchObject({ kind: 'ok' });
    const after = value(await readRequest(jira, issueId));
    expect(plainText(after.description)).toBe('Hello\n14:05\nMore');
    expect(textHash(after.description)).toBe(textHash(longer));
    expect(after.described).toEqual(marker);
  },
);

async function raised() {
  const world = start();
  const ana = await world.customer();
  const { issueId } = value(await world.create(ana));
  return { ...world, ana, issueId };
}

const speak = async (world: { jira: ReturnType<typeof portOn>; issueId: IssueId }, voice: Voice) =>
  value(
    await addCustomerComment(world.jira, {
      issueId: world.issueId,
      ...voice,
      paragraphs: said('Is *it* on? {code} https://a.example/b_c_d'),
      marker: { conversation: intent, upTo: 2 },
      trace,
    }),
  );

test.each(['as-customer', 'through-jsm'] as const)(
  'a comment %s is the customer’s, public and as typed',
  async (way) => {
    const world = await raised();
    const written = await speak(world, { way, customer: world.ana });
    const read = value(await readComment(world.jira, { issueId: world.issueId, commentId: written.id }));
    expect(read).toMatchObject({ isPublic: true, author: { accountId: world.ana, kind: 'customer' } });
    expect(textHash(read.body)).toBe(written.hash);
  },
);

test('a comment as the app names the customer', async () => {
  const world = await raised();
  const written = await speak(world, { way: 'as-app', header: 'Ana Horvat (WhatsApp)' });
  const read = value(await readComment(world.jira, { issueId: world.issueId, commentId: written.id }));
  expect(read).toMatchObject({ isPublic: true, author: { accountId: APP, kind: 'app' } });
  expect(plainText(read.body)).toMatch(/^Ana Horvat \(WhatsApp\)\nIs \*it\* on\?/);
});

test('an agent’s answer is the agent’s, a note is internal, and both are found by their markers', async () => {
  const { jira, issueId, wait, ports } = await raised();
  const way = { kind: 'in-session' } as const;
  value(await addAgentComment(jira, { issueId, text: 'Yes', way, marker: { message: 'm1' }, trace }));
  wait(1_000);
  value(await addNote(jira, { issueId, paragraphs: said('Not delivered'), marker: { note: 'e1' }, trace }));
  expect(value(await newestMarkedComments(jira, { issueId, count: 20 }))).toMatchObject([
    { isPublic: false, author: { accountId: value(await mySelf(ports)) }, marker: { note: 'e1' } },
    { isPublic: true, author: { kind: 'person', name: 'Ben Fischer' }, marker: { message: 'm1' } },
  ]);
});

test('an edited customer comment stays public and the customer’s, and says who edited it', async () => {
  const world = await raised();
  const { jira, issueId, ports, ana, events } = world;
  const { id } = await speak(world, { way: 'as-customer', customer: ana });
  world.wait(5_000);
  const [first] = value(await newestComments(jira, { issueId, count: 1 }));
  const body = appended(readDoc(first?.body)!, said('Hurry'));
  const edited = value(
    await editComment(ports, { issueId, commentId: id, body, marker: { conversation: intent, upTo: 3 }, trace }),
  );
  const [read] = value(await newestMarkedComments(jira, { issueId, count: 1 }));
  expect(read).toMatchObject({
    isPublic: true,
    author: { accountId: ana },
    editor: APP,
    marker: { conversation: intent, upTo: 3 },
  });
  expect(textHash(read?.body)).toBe(edited.hash);
  expect(readEvents(events.at(-1))).toEqual([]);
  expect(events.flatMap(readEvents).filter(({ kind }) => kind === 'comment')).toMatchObject([
    { edited: false },
    { edited: true, trace },
  ]);
});

test('facts are searchable and the intent outlives them', async () => {
  const { jira, issueId, app } = await raised();
  value(await writeFacts(jira, { issueId, marker, facts: { ...facts, unread: 'no' }, trace }));
  const search = (jql: string) => app.post('/rest/api/3/search/jql', { jql, fields: ['key'] });
  expect((await search(`issue.property['omnichat'].unread = "no"`)).body.issues).toHaveLength(1);
  expect((await search(`issue.property['omnichat'].unread = "yes"`)).body.issues).toHaveLength(0);
  expect(value(await findRequestByIntent(jira, intent))).toMatchObject({ issueId, marker });
});

test('a follow-up request is linked', async () => {
  const world = await raised();
  const follower = value(await world.create(world.ana));
  expect(await linkRequests(world.jira, { from: follower.issueId, to: world.issueId, trace })).toMatchObject({
    kind: 'ok',
  });
  const { body } = await world.app.get(`/rest/api/3/issue/${follower.issueId}?fields=issuelinks`);
  expect(body.fields).toMatchObject({ issuelinks: [{ type: { name: 'Relates' } }] });
});

test('an agent may answer but not administer; a customer may not even answer', async () => {
  const { jira, issueId, site, ana } = await raised();
  const rights = async (port: typeof jira) =>
    [await mayAnswer(port, issueId), await mayAdminister(port, project), await isSiteAdmin(port)].map(value);
  expect(await rights(jira)).toEqual([true, false, false]);
  expect(await rights(portOn(site, site.accountFor('ada@example.com')!))).toEqual([true, true, true]);
  expect(await rights(portOn(site, ana))).toEqual([false, false, false]);
});

test('a request that is not there is gone', async () => {
  const { jira } = start();
  expect(await readRequest(jira, asIssueId('99999'))).toMatchObject({
    kind: 'refused',
    failure: { reason: 'request-gone' },
  });
});
