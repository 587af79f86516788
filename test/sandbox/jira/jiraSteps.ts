import { chanceFrom } from '../../../sandbox/chance';
import type { JiraCaller, ProductEvent } from '../../../sandbox/doors';
import type { AdfNode } from '../../../sandbox/jira/text/adf';
import { createJira, newJiraState, type JiraSite, type JiraSwitches } from '../../../sandbox/jira/site';

export const APP = 'app:omnichat';
export const START = Date.UTC(2026, 10, 21, 9, 0, 0);

export const INDEXED = [
  { propertyKey: 'omnichat', path: 'channel', type: 'string', searchAlias: 'omniChannel' },
  { propertyKey: 'omnichat', path: 'state', type: 'string', searchAlias: 'omniState' },
  { propertyKey: 'omnichat', path: 'intent', type: 'string', searchAlias: 'omniIntent' },
  { propertyKey: 'omnichat', path: 'unread', type: 'string', searchAlias: 'omniUnread' },
  { propertyKey: 'omnichat', path: 'windowEnds', type: 'date', searchAlias: 'omniWindowEnds' },
  { propertyKey: 'omnichat', path: 'count', type: 'number' },
] as const;

type Texts =
  'accountId' | 'accountType' | 'created' | 'displayName' | 'fieldId' | 'html' | 'id' | 'intent' | 'issueKey';
type MoreTexts = 'key' | 'name' | 'nextPageToken' | 'statuscategorychangedate';
type Nodes =
  'author' | 'changelog' | 'comment' | 'creator' | 'customfield_10010' | 'description' | 'fields' | 'omnichat';
type MoreNodes = 'properties' | 'renderedValue' | 'reporter' | 'requestType';
type Lists =
  'comments' | 'content' | 'errorMessages' | 'errors' | 'histories' | 'issueErrors' | 'issuelinks' | 'issues';
type MoreLists = 'items' | 'matches' | 'projectPermissions' | 'requestFieldValues' | 'requestTypeFields' | 'values';

/** JSON of many shapes, as tests look into it: by name. What is not there is undefined and fails the expectation. */
export interface Body
  extends
    Readonly<Record<Texts | MoreTexts, string>>,
    Readonly<Record<Nodes | MoreNodes, Body>>,
    Readonly<Record<Lists | MoreLists | 'transitions', readonly [Body, ...Body[]]>> {
  readonly body: unknown;
  readonly isLast: boolean;
  readonly jsdPublic: boolean;
  readonly permissions: Readonly<Record<string, { readonly havePermission: boolean }>>;
  /** A name in the portal, an object in the platform API. */
  readonly status: string & { readonly name: string };
}
export type Reply = { status: number; headers: Readonly<Record<string, string>>; body: Body };
type Sent = { body?: unknown; headers?: Record<string, string> };
export type Caller = {
  get(url: string, sent?: Sent): Promise<Reply>;
  post(url: string, body?: unknown, sent?: Sent): Promise<Reply>;
  put(url: string, body?: unknown, sent?: Sent): Promise<Reply>;
  delete(url: string): Promise<Reply>;
};

/** A demo site with a clock that the test turns. */
export function jiraAt(start = START, options: { switches?: Partial<JiraSwitches>; lagMs?: number } = {}) {
  const events: ProductEvent[] = [];
  const clock = { at: start };
  const site = createJira({
    state: newJiraState(options.switches),
    agenda: { now: () => clock.at },
    chance: chanceFrom({ seed: 7 }),
    emit: (event) => events.push(event),
    baseUrl: 'https://omnichat.test',
    appAccountId: APP,
    indexed: INDEXED,
    indexLagMs: () => options.lagMs ?? 0,
  });
  site.seedDemo();
  const person = (email: string): JiraCaller => ({
    kind: 'person',
    accountId: site.accountFor(email)!,
    throughApp: false,
  });
  return {
    site,
    events,
    wait: (ms: number) => (clock.at += ms),
    app: callerOf(site, { kind: 'app' }),
    ada: callerOf(site, person('ada@example.com')),
    ben: callerOf(site, person('ben@example.com')),
    as: (accountId: string) => callerOf(site, { kind: 'person', accountId, throughApp: true }),
    /** Kinds of the events since the last call. */
    told: () => events.splice(0).map(({ eventType }) => eventType.replace('avi:jira:', '')),
  };
}
export type Jira = ReturnType<typeof jiraAt>;

function callerOf(site: JiraSite, caller: JiraCaller): Caller {
  const send = async (method: string, url: string, { body, headers }: Sent): Promise<Reply> => {
    const reply = await site.door({
      method,
      url,
      caller,
      headers: { 'content-type': 'application/json', ...headers },
      body: body === undefined ? '' : JSON.stringify(body),
    });
    const text = String(reply.body);
    return { ...reply, body: (text === '' ? undefined : JSON.parse(text)) as Body };
  };
  return {
    get: (url, sent = {}) => send('GET', url, sent),
    post: (url, body, sent = {}) => send('POST', url, { ...sent, body }),
    put: (url, body, sent = {}) => send('PUT', url, { ...sent, body }),
    delete: (url) => send('DELETE', url, {}),
  };
}

export const doc = (...paragraphs: string[]): AdfNode => ({
  type: 'doc',
  version: 1,
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

/** A customer of the service desk, made by the app as OmniChat does. */
export async function aCustomer(
  { app }: Jira,
  email = 'ana@omnichat.invalid',
  displayName = 'Ana Horvat',
): Promise<string> {
  const { body } = await app.post('/rest/servicedeskapi/customer', { email, displayName });
  await app.post('/rest/servicedeskapi/servicedesk/1/customer', { accountIds: [body.accountId] });
  return body.accountId;
}

/** A WhatsApp request, raised by the app for the reporter. */
export async function aRequest(
  { app }: Jira,
  fields: object = {},
  properties: object[] = [],
): Promise<{ id: string; key: string }> {
  const wish = {
    project: { key: 'SUP' },
    issuetype: { id: '10003' },
    customfield_10010: '10',
    summary: 'WhatsApp request from 385991903327',
    description: doc('The printer is on fire'),
    ...fields,
  };
  const { body } = await app.post('/rest/api/3/issue', { fields: wish, properties });
  if (!body.id) throw new Error(`no request: ${JSON.stringify(body)}`);
  return body;
}
