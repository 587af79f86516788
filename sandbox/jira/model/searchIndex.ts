import type { Site } from '../jiraCall';
import type { Issue, Searchable } from './state';

/** Hands the issue's present content to search, which knows it after the lag (jira.md 1.4: seconds to minutes). */
export function reindex(site: Site, issue: Issue): void {
  const now = site.now();
  const visible = issue.index.findLastIndex((one) => one.from <= now);
  issue.index = [
    ...issue.index.slice(Math.max(0, visible)),
    { from: now + site.indexLagMs(), content: contentOf(issue) },
  ];
}

/** What search knows of the issue at this time; undefined while it was never indexed. */
export function indexedContent(site: Site, issue: Issue): Searchable | undefined {
  if ((issue.index.at(-1)?.from ?? 0) > site.now()) site.felt?.('Jira search lags');
  return issue.index.findLast((one) => one.from <= site.now())?.content;
}

export const contentOf = (issue: Issue): Searchable =>
  structuredClone({
    summary: issue.summary,
    issueTypeId: issue.issueTypeId,
    requestTypeId: issue.requestTypeId,
    statusId: issue.statusId,
    statusCategoryChangedAt: issue.statusCategoryChangedAt,
    resolutionId: issue.resolutionId,
    labels: issue.labels,
    assignee: issue.assignee,
    reporter: issue.reporter,
    creator: issue.creator,
    created: issue.created,
    updated: issue.updated,
    properties: issue.properties,
  });
