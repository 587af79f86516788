import { serve, type ServerType } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { ServiceDeskClient, Version2Client, Version3Client } from 'jira.js';
import { jiraOverHttp } from '../../../sandbox/jira/http';
import { aCustomer, aRequest, doc, jiraAt } from './jiraSteps';

const servers: ServerType[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

/** A site behind a real port, with clients for the person of that e-mail address. */
async function jiraOnline() {
  const jira = jiraAt();
  const port = await new Promise<number>((resolve) => {
    servers.push(serve({ fetch: jiraOverHttp(jira.site).fetch, port: 0 }, ({ port }: AddressInfo) => resolve(port)));
  });
  const host = `http://127.0.0.1:${port}`;
  const config = (email: string) => ({ host, authentication: { basic: { email, apiToken: 'anything' } } });
  return {
    ...jira,
    host,
    platform: (email: string) => new Version3Client(config(email)),
    two: (email: string) => new Version2Client(config(email)),
    desk: (email: string) => new ServiceDeskClient(config(email)),
  };
}

test('a foreign Jira client works an issue from creation to deletion', async () => {
  const jira = await jiraOnline();
  const ben = jira.platform('ben@example.com');
  const issue = await ben.issues.createIssue({
    fields: {
      project: { key: 'SUP' },
      issuetype: { id: '10003' },
      summary: 'By jira.js',
      description: doc('Hello') as never,
    },
  });
  await ben.issueComments.addComment({ issueIdOrKey: issue.key, comment: doc('First') as never });
  await ben.issues.assignIssue({ issueIdOrKey: issue.key, accountId: (await ben.myself.getCurrentUser()).accountId });
  await ben.issueProperties.setIssueProperty({
    issueIdOrKey: issue.key,
    propertyKey: 'omnichat',
    propertyValue: { unread: 'yes' },
  });
  const { transitions = [] } = await ben.issues.getTransitions({ issueIdOrKey: issue.key });
  const resolve = transitions.find(({ name }) => name === 'Resolve')!;
  await ben.issues.doTransition({
    issueIdOrKey: issue.key,
    transition: { id: resolve.id! },
    fields: { resolution: { name: 'Done' } },
  });
  const read = await ben.issues.getIssue({
    issueIdOrKey: issue.key,
    properties: ['omnichat'],
    expand: 'changelog',
  });
  expect(read.fields.status.name).toBe('Resolved');
  expect(read.fields.assignee.displayName).toBe('Ben Fischer');
  expect(read.fields.comment.comments[0]?.body).toEqual(doc('First'));
  expect(read.properties).toEqual({ omnichat: { unread: 'yes' } });
  expect(read.changelog?.histories).toHaveLength(2);
  const found = await ben.issueSearch.searchForIssuesUsingJqlEnhancedSearchPost({
    jql: 'omniUnread = yes',
    fields: ['summary'],
  });
  expect(found.issues?.map(({ key }) => key)).toEqual([issue.key]);
  await jira.platform('ada@example.com').issues.deleteIssue({ issueIdOrKey: issue.key });
  await expect(ben.issues.getIssue({ issueIdOrKey: issue.key })).rejects.toMatchObject({ status: 404 });
});

test('a foreign service-desk client raises a request and comments on it', async () => {
  const jira = await jiraOnline();
  const ana = await aCustomer(jira, 'ana@omnichat.invalid');
  const hers = jira.desk('ana@omnichat.invalid');
  const request = await hers.request.createCustomerRequest({
    serviceDeskId: '1',
    requestTypeId: '11',
    requestFieldValues: { summary: 'Help', description: 'Please' },
  });
  await hers.request.createRequestComment({ issueIdOrKey: request.issueKey!, body: 'Still broken', public: true });
  const comments = await jira.desk('ben@example.com').request.getRequestComments({ issueIdOrKey: request.issueKey! });
  expect(comments.values?.map(({ body, author }) => [body, author?.accountId])).toEqual([['Still broken', ana]]);
});

test('version 2 of a foreign client speaks plain text', async () => {
  const jira = await jiraOnline();
  const { key } = await aRequest(jira);
  const ben = jira.two('ben@example.com');
  await ben.issueComments.addComment({ issueIdOrKey: key, comment: 'Plain words' });
  const { comments = [] } = await ben.issueComments.getComments({ issueIdOrKey: key });
  expect(comments).toMatchObject([{ body: 'Plain words' }]);
});

test('who is not known by e-mail address is not let in', async () => {
  const { host } = await jiraOnline();
  const basic = (credentials: string) => ({
    headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
  });
  const status = async (init: RequestInit) => (await fetch(`${host}/rest/api/3/myself`, init)).status;
  expect([
    await status({}),
    await status(basic('eve@example.com:x')),
    await status(basic('ben@example.com:x')),
  ]).toEqual([401, 401, 200]);
});

test('the books of the sandbox do not show outside, and 204 has no body', async () => {
  const jira = await jiraOnline();
  const { key } = await aRequest(jira);
  const reply = await fetch(`${jira.host}/rest/api/3/issue/${key}`, {
    method: 'PUT',
    headers: {
      authorization: `Basic ${Buffer.from('ben@example.com:x').toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ fields: { summary: 'New' } }),
  });
  expect([reply.status, await reply.text(), reply.headers.get('x-sandbox-points')]).toEqual([204, '', null]);
});
