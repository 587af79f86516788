import { textOf } from './adf';
import type { JiraPerson } from './jiraPerson';

export type CommentSeen = { id: string; author: string; public: boolean; text: string };
export type RequestSeen = {
  key: string;
  summary: string;
  description: string;
  status: string;
  /** `type` is `customer`, `atlassian` or `app`. */
  reporter: { name: string; type: string };
  requestType: string;
  /** Keys of linked requests. */
  links: string[];
  /** The `omnichat` facts. */
  facts: Record<string, unknown>;
};

/** What somebody who sees everything reads in Jira. */
export function jiraSteps(ask: JiraPerson) {
  const commentsOf = async (issueKey: string): Promise<readonly CommentSeen[]> => {
    const page = await ask('GET', `/rest/api/3/issue/${issueKey}/comment?orderBy=created&maxResults=100`);
    return (page as { comments: JiraComment[] }).comments.map(({ id, author, jsdPublic, body }) => ({
      id,
      author: author.displayName,
      public: jsdPublic,
      text: textOf(body),
    }));
  };
  return {
    commentsOf,
    comments: async (issueKey: string) => (await commentsOf(issueKey)).map(({ text }) => text),
    publicComments: async (issueKey: string) =>
      (await commentsOf(issueKey)).flatMap((comment) => (comment.public ? [comment.text] : [])),
    notes: async (issueKey: string) =>
      (await commentsOf(issueKey)).flatMap((comment) => (comment.public ? [] : [comment.text])),
    description: async (issueKey: string) => (await request(ask, issueKey)).description,
    request: (issueKey: string) => request(ask, issueKey),
    /** Account id; undefined where the request is nobody's. */
    assignee: async (issueKey: string) => {
      const issue = await ask('GET', `/rest/api/3/issue/${issueKey}?fields=assignee`);
      return (issue as { fields: { assignee?: { accountId: string } | null } }).fields.assignee?.accountId;
    },
    /** Keys of the requests found, oldest first. */
    found: async (jql: string) => {
      const query = encodeURIComponent(`${jql} ORDER BY key ASC`);
      const found = await ask('GET', `/rest/api/3/search/jql?jql=${query}&fields=summary&maxResults=100`);
      return (found as { issues: { key: string }[] }).issues.map(({ key }) => key);
    },
  };
}

async function request(ask: JiraPerson, issueKey: string): Promise<RequestSeen> {
  const { key, fields, properties } = (await ask(
    'GET',
    `/rest/api/3/issue/${issueKey}?properties=omnichat`,
  )) as JiraIssue;
  return {
    key,
    summary: fields.summary,
    description: textOf(fields.description),
    status: fields.status.name,
    reporter: { name: fields.reporter?.displayName ?? '', type: fields.reporter?.accountType ?? 'nobody' },
    requestType: fields.customfield_10010?.requestType?.name ?? '',
    links: fields.issuelinks.flatMap((link) => link.inwardIssue?.key ?? link.outwardIssue?.key ?? []),
    facts: properties?.omnichat ?? {},
  };
}

type JiraComment = { id: string; author: { displayName: string }; jsdPublic: boolean; body: unknown };
type JiraIssue = {
  key: string;
  properties?: Record<string, Record<string, unknown>>;
  fields: {
    summary: string;
    description: unknown;
    status: { name: string };
    reporter?: { displayName: string; accountType: string };
    customfield_10010?: { requestType?: { name: string } };
    issuelinks: { inwardIssue?: { key: string }; outwardIssue?: { key: string } }[];
  };
};
