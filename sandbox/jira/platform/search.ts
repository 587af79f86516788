import type { Row } from '../jql/jqlField';
import { parseJql, type Query } from '../jql/query';
import type { JiraCall } from '../jiraCall';
import { may } from '../model/permissions';
import { contentOf, indexedContent } from '../model/searchIndex';
import type { Issue } from '../model/state';
import { isRecord, list, text, wholeNumber } from '../read';
import { Refusal, refuse } from '../refusal';
import { ok, route, type Answer, type Route } from '../router';
import { issueView } from '../views/issueViews';

export const searchRoutes: readonly Route[] = [
  route('GET /search/jql', (call) => search(call, fromQuery(call))),
  route('POST /search/jql', (call) => search(call, fromBody(call))),
  route('POST /search/approximate-count', count),
  route('POST /jql/match', match),
  route('GET /search', gone),
  route('POST /search', gone),
];

type Ask = {
  readonly jql: string;
  readonly fields: readonly string[];
  readonly properties: readonly string[];
  readonly expand: string;
  readonly maxResults: number;
  readonly nextPageToken: string | undefined;
  readonly reconcileIssues: readonly string[];
};

const strings = (value: unknown): readonly string[] => list(value).flatMap((one) => text(one) ?? []);

function fromQuery({ query }: JiraCall): Ask {
  const all = (name: string) =>
    query
      .getAll(name)
      .flatMap((one) => one.split(','))
      .filter(Boolean);
  return {
    jql: query.get('jql') ?? '',
    fields: all('fields'),
    properties: all('properties'),
    expand: query.get('expand') ?? '',
    maxResults: wholeNumber(query.get('maxResults'), 50),
    nextPageToken: query.get('nextPageToken') ?? undefined,
    reconcileIssues: all('reconcileIssues'),
  };
}

const fromBody = ({ body }: JiraCall): Ask => ({
  jql: text(body.jql) ?? '',
  fields: strings(body.fields),
  properties: strings(body.properties),
  expand: text(body.expand) ?? '',
  maxResults: wholeNumber(body.maxResults, 50),
  nextPageToken: text(body.nextPageToken),
  reconcileIssues: strings(body.reconcileIssues),
});

/** 5,000 issues a page when only ids are asked for, else 100 (jira.md 8.1). */
function search(call: JiraCall, ask: Ask): Answer {
  if (ask.properties.length > 5) throw refuse(400, 'The maximum number of properties is 5.');
  const fields = ask.fields.length > 0 ? ask.fields : ['id'];
  const idsOnly = fields.every((name) => name === 'id') && ask.properties.length === 0;
  const size = Math.min(Math.max(1, ask.maxResults), idsOnly ? 5_000 : 100);
  const found = run(call, ask);
  const start = readToken(ask.nextPageToken);
  const page = found.slice(start, start + size);
  const isLast = start + size >= found.length;
  const issues = page.map((issue) => {
    const shown = issueView(call, issue, { fields, properties: ask.properties, expand: ask.expand });
    return idsOnly ? { id: shown.id } : shown;
  });
  return ok({ issues, isLast, ...(!isLast && { nextPageToken: writeToken(start + size) }) }, issues.length);
}

function run(call: JiraCall, { jql, reconcileIssues = [] }: Partial<Ask>): readonly Issue[] {
  const query = bounded(call, jql ?? '');
  return Object.values(call.site.state.issues)
    .filter((issue) => may(call, 'BROWSE_PROJECTS', issue))
    .flatMap((issue) => rowOf(call, issue, reconcileIssues.includes(issue.id)))
    .filter((row) => query.matches(row))
    .sort((one, other) => query.compare(one, other))
    .map(({ issue }) => issue);
}

function bounded(call: JiraCall, jql: string): Query {
  const query = parseJql(jql, call);
  if (query.bounded) return query;
  throw refuse(400, 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.');
}

function rowOf({ site }: JiraCall, issue: Issue, fresh: boolean): Row[] {
  const content = fresh ? contentOf(issue) : indexedContent(site, issue);
  return content ? [{ issue, content }] : [];
}

const writeToken = (start: number): string => Buffer.from(JSON.stringify({ start })).toString('base64url');

function readToken(token: string | undefined): number {
  if (token === undefined) return 0;
  const wrong = refuse(400, 'The provided next page token is invalid or expired.');
  try {
    const read: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (isRecord(read) && typeof read.start === 'number') return read.start;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw wrong;
}

function count(call: JiraCall): Answer {
  return ok({ count: run(call, { jql: text(call.body.jql) ?? '' }).length });
}

/** Tests known issues on their present content: no lag (jira.md 8.1). */
function match(call: JiraCall): Answer {
  const ids = strings(call.body.issueIds);
  const issues = Object.values(call.site.state.issues).filter(
    (issue) => ids.includes(issue.id) && may(call, 'BROWSE_PROJECTS', issue),
  );
  const matches = strings(call.body.jqls).map((jql) => {
    try {
      const query = parseJql(jql, call);
      const found = issues.filter((issue) => query.matches({ issue, content: contentOf(issue) }));
      return { matchedIssues: found.map(({ id }) => Number(id)), errors: [] };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { matchedIssues: [], errors: [error.message] };
    }
  });
  return ok({ matches });
}

function gone(): never {
  throw refuse(410, 'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API.');
}
