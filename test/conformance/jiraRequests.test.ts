import { asAccountId, asConversationId, asIssueId, asProjectId } from '../../src/domain/ids';
import type { Jira } from '../../src/app/ports';
import { docOf } from '../../src/jira/adf';
import { newestMarkedComments, readComment } from '../../src/jira/comments';
import { addAgentComment, addCustomerComment, addNote, editComment } from '../../src/jira/commentWrites';
import { ensureCustomer, mySelf, whoIs } from '../../src/jira/people';
import { isSiteAdmin, mayAdminister, mayAnswer } from '../../src/jira/permissions';
import { writeFacts } from '../../src/jira/properties';
import { editDescription, linkRequests } from '../../src/jira/requestEdits';
import { createRequest, findRequestByIntent, readRequest } from '../../src/jira/requests';
import { requestType, requestTypeField, requestTypes, serviceDeskOf } from '../../src/jira/requestTypes';
import { memoryCache, scriptedJira, type Scripted } from '../support/jiraDouble';
import { requestCheck } from '../support/openApi';
import { testWithShared } from '../support/sharedFolder';

const SPECS = ['openapi/jira-platform.json', 'openapi/jsm.json'];

const issueId = asIssueId('10042');
const intent = asConversationId(`10000.${'a'.repeat(32)}.1`);
const marker = { conversation: intent, upTo: 2 };
const facts = { channel: 'sms', state: 'active', waitingOn: 'agent', unread: 'yes' } as const;
const doc = docOf([{ kind: 'message', text: 'Hello' }]);
const paragraphs = [{ kind: 'message', text: 'Hello' }] as const;
const customer = asAccountId('qm:1:2');
const trace = 't';
const comment = { id: '501', created: '2026-10-03T12:05:00.000+0000', updated: '2026-10-03T12:05:00.000+0000' };

type Call = (ports: { jira: Jira; cache: ReturnType<typeof memoryCache> }) => Promise<unknown>;
const order = {
  project: asProjectId('10000'),
  issueTypeId: '10003',
  requestType: { field: 'customfield_10010', id: '9' },
  reporter: customer,
  summary: 'SMS request from 385991903327',
  description: doc,
  marker: { intent, ...marker },
  facts,
  trace,
};
const JSM_CUSTOMER = '/rest/servicedeskapi/servicedesk/2/customer';

/** Every call we make, with the answers that lead it through all its requests. */
const CALLS: readonly (readonly [string, number, Call, ...Scripted[]])[] = [
  ['createRequest', 1, ({ jira }) => createRequest(jira, order)],
  ['findRequestByIntent', 1, ({ jira }) => findRequestByIntent(jira, intent)],
  ['readRequest', 1, ({ jira }) => readRequest(jira, issueId)],
  [
    'editDescription',
    2,
    (ports) => editDescription(ports, { issueId, description: doc, marker: { conversation: intent, upTo: 3 }, trace }),
    ['PUT /rest/api/3/issue/10042', { status: 403 }],
  ],
  [
    'linkRequests',
    3,
    ({ jira }) => linkRequests(jira, { from: issueId, to: asIssueId('7'), trace }),
    ['POST /rest/api/3/issueLink', { status: 404 }],
    ['GET /rest/api/3/issueLinkType', { status: 200, body: { issueLinkTypes: [{ id: '1', name: 'Blocks' }] } }],
  ],
  ['requestTypeField', 1, (ports) => requestTypeField(ports)],
  ['serviceDeskOf', 1, (ports) => serviceDeskOf(ports, asProjectId('10000'))],
  ['requestTypes', 1, ({ jira }) => requestTypes(jira, '2')],
  ['requestType', 1, (ports) => requestType(ports, { serviceDeskId: '2', id: '9' })],
  ['readComment', 1, ({ jira }) => readComment(jira, { issueId, commentId: '501' })],
  [
    'newestMarkedComments',
    2,
    ({ jira }) => newestMarkedComments(jira, { issueId, count: 20 }),
    ['GET /rest/api/3/issue/10042/comment', { status: 200, body: { comments: [comment] } }],
  ],
  [
    'addCustomerComment as the customer',
    1,
    ({ jira }) => addCustomerComment(jira, { issueId, way: 'as-customer', customer, paragraphs, marker, trace }),
  ],
  [
    'addCustomerComment through JSM',
    1,
    ({ jira }) => addCustomerComment(jira, { issueId, way: 'through-jsm', customer, paragraphs, marker, trace }),
  ],
  [
    'addCustomerComment as the app',
    1,
    ({ jira }) => addCustomerComment(jira, { issueId, way: 'as-app', header: 'Ana (SMS)', paragraphs, marker, trace }),
  ],
  [
    'addAgentComment',
    1,
    ({ jira }) =>
      addAgentComment(jira, { issueId, text: 'Hi', way: { kind: 'in-session' }, marker: { message: 'm' }, trace }),
  ],
  [
    'addNote',
    2,
    ({ jira }) => addNote(jira, { issueId, paragraphs, marker: { note: 'e7' }, trace }),
    ['POST /rest/api/3/issue/10042/comment', { status: 201, body: { id: '501', jsdPublic: true } }],
  ],
  [
    'editComment',
    2,
    (ports) =>
      editComment(ports, { issueId, commentId: '501', body: doc, marker: { conversation: intent, upTo: 3 }, trace }),
    ['PUT /rest/api/3/issue/10042/comment/501', { status: 400 }],
  ],
  [
    'ensureCustomer',
    4,
    ({ jira }) => ensureCustomer(jira, { email: 'a@omnichat.invalid', displayName: 'Ana', serviceDeskId: '2' }),
    ['POST /rest/servicedeskapi/customer', { status: 409 }],
    [`GET ${JSM_CUSTOMER}`, { status: 200, body: { values: [] } }],
    ['GET /rest/api/3/user/search', { status: 200, body: [{ accountId: customer }] }],
  ],
  ['whoIs', 1, (ports) => whoIs(ports, customer)],
  ['mySelf', 1, (ports) => mySelf(ports)],
  ['mayAnswer', 1, ({ jira }) => mayAnswer(jira, issueId)],
  ['mayAdminister', 1, ({ jira }) => mayAdminister(jira, asProjectId('10000'))],
  ['isSiteAdmin', 1, ({ jira }) => isSiteAdmin(jira)],
  ['writeFacts', 1, ({ jira }) => writeFacts(jira, { issueId, marker: { intent, ...marker }, facts, trace })],
];

const conformance = testWithShared('openapi');

conformance('every request we send to Jira is one that Jira’s own description takes', async () => {
  const check = requestCheck(SPECS);
  for (const [name, requests, call, ...script] of CALLS) {
    const { jira, sent } = scriptedJira(...script);
    await call({ jira, cache: memoryCache() });
    expect({ name, requests: sent.length, errors: sent.flatMap(check) }).toEqual({ name, requests, errors: [] });
  }
});

conformance('the check sees a wrong parameter, body and path', () => {
  const check = requestCheck(SPECS);
  const app = { method: 'GET', as: 'app' } as const;
  expect(check({ ...app, path: '/rest/api/3/issue/1/comment?orderBy=newest' })).not.toEqual([]);
  expect(check({ ...app, path: '/rest/api/3/issue/1/comment?order=created' })).not.toEqual([]);
  expect(check({ ...app, path: '/rest/api/3/nothing' })).not.toEqual([]);
  const body = { body: 7, public: 'yes' };
  expect(check({ method: 'POST', as: 'app', path: '/rest/servicedeskapi/request/1/comment', body })).not.toEqual([]);
});
