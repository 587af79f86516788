import { asAccountId, asConversationId, asIssueId, asProjectId } from '../../src/domain/ids';
import { docOf } from '../../src/jira/adf';
import {
  createRequest,
  findRequestByIntent,
  isReporterRefused,
  readRequest,
  type NewRequest,
} from '../../src/jira/requests';
import { scriptedJira, type Scripted } from '../support/jiraDouble';

const intent = asConversationId(`10000.${'a'.repeat(32)}.1`);
const marker = { intent, conversation: intent, upTo: 2 };
const facts = { channel: 'whatsapp', state: 'active', waitingOn: 'agent', unread: 'yes' } as const;
const order: NewRequest = {
  project: asProjectId('10000'),
  issueTypeId: '10003',
  requestType: { field: 'customfield_10010', id: '9' },
  reporter: asAccountId('qm:1:2'),
  summary: 'WhatsApp request from 4915117607506',
  description: docOf([{ kind: 'message', text: 'Hello' }]),
  marker,
  facts,
  trace: 'trace-1',
};
const creating = async (answer: Scripted[1], changed: Partial<NewRequest> = {}) => {
  const { jira, sent } = scriptedJira(['POST /rest/api/3/issue', answer]);
  return { outcome: await createRequest(jira, { ...order, ...changed }), sent };
};

test('a request is created as the app, with its marker, facts and trace, in one call', async () => {
  const { outcome, sent } = await creating({ status: 201, body: { id: '10042', key: 'SUP-42', self: 'x' } });
  expect(outcome).toEqual({ kind: 'ok', value: { issueId: '10042', issueKey: 'SUP-42' } });
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/rest/api/3/issue',
      as: 'app',
      headers: { 'X-Atlassian-Webhook-Trace': 'trace-1' },
      body: {
        fields: {
          project: { id: '10000' },
          issuetype: { id: '10003' },
          customfield_10010: '9',
          summary: 'WhatsApp request from 4915117607506',
          description: order.description,
          reporter: { id: 'qm:1:2' },
        },
        properties: [{ key: 'omnichat', value: { ...facts, ...marker } }],
      },
    },
  ]);
});

test('without a reporter the field is left out, so that the app is it', async () => {
  const { reporter, ...appOwned } = order;
  expect(reporter).toBeDefined();
  const { jira, sent } = scriptedJira(['POST /rest/api/3/issue', { status: 201, body: { id: '1', key: 'S-1' } }]);
  await createRequest(jira, appOwned);
  expect(sent[0]?.body).not.toHaveProperty('fields.reporter');
});

test('a refused reporter is told apart from every other refusal', async () => {
  const refusedField = async (field: string) =>
    (await creating({ status: 400, body: { errorMessages: [], errors: { [field]: 'No.' } } })).outcome;
  expect(isReporterRefused(await refusedField('reporter'))).toBe(true);
  expect(isReporterRefused(await refusedField('summary'))).toBe(false);
});

test.each<[string, Scripted[1]]>([
  ['the request type', { status: 400, body: { errors: { customfield_10010: 'Not found.' } } }],
  ['the issue type', { status: 400, body: { errors: { issuetype: 'Not found.' } } }],
  ['the project', { status: 400, body: { errors: { project: 'Not found.' } } }],
  ['everything', { status: 404 }],
])('%s that is gone is said so', async (_, answer) => {
  expect((await creating(answer)).outcome).toMatchObject({ kind: 'refused', failure: { reason: 'request-type-gone' } });
});

test('a creation without an answer is unknown, never failed', async () => {
  expect((await creating('silence')).outcome).toEqual({ kind: 'unknown', why: 'no-answer' });
});

const finding = async (issues: unknown) => {
  const { jira, sent } = scriptedJira(['POST /rest/api/3/search/jql', { status: 200, body: { issues, isLast: true } }]);
  return { outcome: await findRequestByIntent(jira, intent), sent };
};
const issue = (id: string, value: unknown) => ({ id, key: `SUP-${id}`, properties: { omnichat: value } });

test('a request is found by its intent, the oldest of several', async () => {
  const { outcome, sent } = await finding([issue('1010', marker), issue('999', marker)]);
  expect(outcome).toEqual({ kind: 'ok', value: { issueId: '999', issueKey: 'SUP-999', marker } });
  expect(sent[0]?.body).toEqual({
    jql: `issue.property['omnichat'].intent = "${intent}"`,
    fields: ['key', 'created'],
    properties: ['omnichat'],
    maxResults: 20,
  });
});

test('what carries another conversation, or no marker of ours, is not it', async () => {
  const other = asConversationId(`10000.${'a'.repeat(32)}.2`);
  const { outcome } = await finding([
    issue('1', { ...marker, conversation: other }),
    issue('2', 7),
    { id: '3', key: 'SUP-3' },
  ]);
  expect(outcome).toEqual({ kind: 'ok', value: undefined });
});

const fields = {
  description: { type: 'doc', version: 1, content: [] },
  status: { name: 'Resolved', statusCategory: { key: 'done' } },
  statuscategorychangedate: '2026-10-03T14:05:00.000+0200',
  assignee: { accountId: '712020:ben', displayName: 'Ben' },
  project: { id: '10000', key: 'SUP' },
  issuetype: { id: '10003' },
};
const reading = async (body: unknown) => {
  const { jira, sent } = scriptedJira(['GET /rest/api/3/issue/10042', { status: 200, body }]);
  return { outcome: await readRequest(jira, asIssueId('10042')), sent };
};

test('a request is read in our words, facts beside the marker left out', async () => {
  const { outcome, sent } = await reading({
    id: '10042',
    key: 'SUP-42',
    fields,
    properties: { omnichat: { ...marker, unread: 'yes' } },
  });
  expect(outcome).toEqual({
    kind: 'ok',
    value: {
      inServiceProject: true,
      issueId: '10042',
      issueKey: 'SUP-42',
      project: '10000',
      projectKey: 'SUP',
      issueTypeId: '10003',
      description: fields.description,
      comments: [],
      status: { name: 'Resolved', category: 'done' },
      statusSince: Date.parse('2026-10-03T12:05:00Z'),
      assignee: '712020:ben',
      marker,
    },
  });
  expect(sent[0]?.path).toBe(
    '/rest/api/3/issue/10042?fields=description,comment,status,statuscategorychangedate,assignee,reporter,project,issuetype&properties=omnichat,omnichat.described',
  );
});

test('its comments come with it, in our words', async () => {
  const comment = {
    id: '501',
    created: '2026-10-03T12:05:00.000+0000',
    updated: '2026-10-03T12:05:00.000+0000',
    jsdPublic: true,
  };
  const { outcome } = await reading({
    id: '10042',
    key: 'SUP-42',
    fields: { ...fields, comment: { comments: [comment] } },
  });
  expect(outcome).toMatchObject({ kind: 'ok', value: { comments: [{ id: '501', isPublic: true }] } });
});

test('a bare request is read too', async () => {
  const bare = {
    ...fields,
    description: null,
    assignee: null,
    statuscategorychangedate: null,
    status: { name: 'Open', statusCategory: { key: 'new' } },
  };
  const { outcome } = await reading({ id: '10042', key: 'SUP-42', fields: bare });
  expect(outcome).toMatchObject({ kind: 'ok', value: { status: { category: 'new' }, description: null } });
  expect(outcome).not.toHaveProperty('value.assignee');
  expect(outcome).not.toHaveProperty('value.statusSince');
  expect(outcome).not.toHaveProperty('value.marker');
});
