import { ask, Refusal, type Ask } from './ask';
import { adfFrom, type Adf } from './adf';
import { basicAuth, type Person } from './people';
import type { NamedFile } from '../shared/File';

export type User = { readonly accountId: string; readonly displayName: string; readonly emailAddress?: string };
export type Status = {
  readonly name: string;
  readonly statusCategory: { readonly key: 'new' | 'indeterminate' | 'done' | 'undefined' };
};
export type Issue = {
  readonly id: string;
  readonly key: string;
  readonly fields: {
    readonly summary: string;
    readonly description?: Adf | null;
    readonly status: Status;
    readonly resolution?: { readonly name: string } | null;
    readonly issuetype?: { readonly name: string };
    readonly reporter?: User | null;
    readonly assignee?: User | null;
    readonly created: string;
    readonly updated: string;
    readonly attachment?: readonly NamedFile[];
    readonly issuelinks?: readonly IssueLink[];
    readonly subtasks?: readonly LinkedIssue[];
    readonly parent?: LinkedIssue;
  };
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly changelog?: { readonly histories: readonly Change[] };
};
export type LinkedIssue = {
  readonly key: string;
  readonly fields: { readonly summary: string; readonly status: Status };
};
export type IssueLink = {
  readonly id: string;
  readonly type: { readonly inward: string; readonly outward: string };
  readonly inwardIssue?: LinkedIssue;
  readonly outwardIssue?: LinkedIssue;
};
export type Change = {
  readonly id: string;
  readonly created: string;
  readonly author?: User;
  readonly items: readonly {
    readonly field: string;
    readonly fromString: string | null;
    readonly toString: string | null;
  }[];
};
export type JiraComment = {
  readonly id: string;
  readonly author: User;
  readonly body: Adf;
  readonly created: string;
  readonly updated: string;
  readonly jsdPublic?: boolean;
};
export type Transition = {
  readonly id: string;
  readonly name: string;
  readonly to: Status;
  readonly hasScreen?: boolean;
};
export type RequestView = {
  readonly issueKey: string;
  readonly requestType?: { readonly name: string };
  readonly currentStatus: { readonly status: string };
  readonly requestFieldValues: readonly { readonly fieldId: string; readonly label: string; readonly value: unknown }[];
};
/** The service desk's own view of a file. */
export type RequestFile = {
  readonly filename: string;
  readonly mimeType: string;
  readonly _links: { readonly content: string };
};
export type RequestComment = {
  readonly id: string;
  readonly author: { readonly displayName: string };
  readonly body: string;
  readonly created: { readonly iso8601: string };
};

const internalNote = [{ key: 'sd.public.comment', value: { internal: true } }];
const queueFields = 'summary,status,reporter,assignee,created,updated,issuetype';

/** Jira as this person's browser calls it. */
export function jiraAs(person: Person) {
  const call: Call = (path, request = {}) =>
    ask(path, { ...request, headers: { ...basicAuth(person), ...request.headers } });
  return { ...reads(call), ...writes(call), file: (of: NamedFile) => fileOf(of, basicAuth(person)) };
}

/** The bytes themselves: left alone, Jira leads on to a media server that this site has not. */
async function fileOf({ content, mimeType }: NamedFile, headers: Record<string, string>): Promise<Blob> {
  const { pathname } = new URL(content, location.href);
  const response = await fetch(`${pathname}?redirect=false`, { headers });
  if (!response.ok) throw new Refusal(`Jira answered ${response.status}`, response.status);
  return new Blob([await response.arrayBuffer()], { type: mimeType });
}

type Call = <Answer>(path: string, request?: Ask) => Promise<Answer>;
const issue = (key: string) => `/rest/api/3/issue/${key}`;
const post = (body: unknown): Ask => ({ method: 'POST', body });

function reads(call: Call) {
  return {
    queue: (projectKey: string) => {
      const jql = `project = ${projectKey} AND statusCategory != Done ORDER BY created DESC`;
      return call<{ issues: readonly Issue[] }>(
        `/rest/api/3/search/jql?jql=${encodeURIComponent(jql)}&fields=${queueFields}&maxResults=50`,
      );
    },
    issue: (key: string) => call<Issue>(`${issue(key)}?expand=changelog&properties=omnichat`),
    comments: (key: string) =>
      call<{ comments: readonly JiraComment[] }>(`${issue(key)}/comment?orderBy=created&maxResults=100`),
    transitions: (key: string) => call<{ transitions: readonly Transition[] }>(`${issue(key)}/transitions`),
    request: (key: string) => call<RequestView>(`/rest/servicedeskapi/request/${key}?expand=requestType`),
    requestComments: (key: string) =>
      call<{ values: readonly RequestComment[] }>(`/rest/servicedeskapi/request/${key}/comment?limit=100`),
    requestFiles: (key: string) =>
      call<{ values: readonly RequestFile[] }>(`/rest/servicedeskapi/request/${key}/attachment?limit=100`),
    commentFiles: (key: string, comment: string) =>
      call<{ values: readonly RequestFile[] }>(
        `/rest/servicedeskapi/request/${key}/comment/${comment}/attachment?limit=100`,
      ),
  };
}

function writes(call: Call) {
  return {
    comment: (key: string, text: string, internal: boolean) =>
      call(`${issue(key)}/comment`, post({ body: adfFrom(text), ...(internal && { properties: internalNote }) })),
    move: (key: string, id: string, screen: { resolution?: string; comment?: string } = {}) =>
      call(
        `${issue(key)}/transitions`,
        post({
          transition: { id },
          ...(screen.resolution && { fields: { resolution: { name: screen.resolution } } }),
          ...(screen.comment && { update: { comment: [{ add: { body: adfFrom(screen.comment) } }] } }),
        }),
      ),
    assign: (key: string, accountId: string | null) =>
      call(`${issue(key)}/assignee`, { method: 'PUT', body: { accountId } }),
    createSubtask: (parent: Issue, summary: string) =>
      call<{ key: string }>(
        '/rest/api/3/issue',
        post({
          fields: {
            project: { key: parent.key.split('-')[0] },
            parent: { key: parent.key },
            issuetype: { name: 'Sub-task' },
            summary,
          },
        }),
      ),
    remove: (key: string) => call(issue(key), { method: 'DELETE' }),
    link: (from: string, to: string) =>
      call(
        '/rest/api/3/issueLink',
        post({ type: { name: 'Relates' }, inwardIssue: { key: from }, outwardIssue: { key: to } }),
      ),
  };
}
