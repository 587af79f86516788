import { param, type JiraCall } from '../jiraCall';
import { may, visibleIssue } from '../model/permissions';
import { list, pageOf, text } from '../read';
import { refuse } from '../refusal';
import { ok, route, type Answer, type Route } from '../router';
import { changeView } from '../views/changelogViews';

export const changelogRoutes: readonly Route[] = [
  route('GET /issue/:issue/changelog', ofIssue),
  route('POST /changelog/bulkfetch', bulkFetch),
];

/** Oldest first, 100 at most. */
function ofIssue(call: JiraCall): Answer {
  const issue = visibleIssue(call.site, call.me, param(call, 'issue'));
  const ask = { startAt: call.query.get('startAt'), maxResults: call.query.get('maxResults'), standard: 100, cap: 100 };
  const { values, ...page } = pageOf(issue.history, ask);
  const isLast = page.startAt + page.maxResults >= page.total;
  const self = `${call.site.baseUrl}/rest/api/3/issue/${issue.id}/changelog`;
  return ok({ self, ...page, isLast, values: values.map((change) => changeView(call, change)) }, values.length);
}

/** Here `created` is an epoch number, unlike everywhere else (jira.md 8.1). */
function bulkFetch(call: JiraCall): Answer {
  const asked = list(call.body.issueIdsOrKeys).flatMap((one) => text(one) ?? []);
  const fieldIds = list(call.body.fieldIds).flatMap((one) => text(one) ?? []);
  if (asked.length === 0 || asked.length > 1_000)
    throw refuse(400, 'Between 1 and 1000 issue ids or keys must be given.');
  if (fieldIds.length > 10) throw refuse(400, 'At most 10 field ids can be given.');
  const issueChangeLogs = Object.values(call.site.state.issues)
    .filter((issue) => asked.includes(issue.id) || asked.includes(issue.key))
    .filter((issue) => may(call, 'BROWSE_PROJECTS', issue))
    .map((issue) => ({
      issueId: issue.id,
      changeHistories: issue.history
        .filter(({ items }) => fieldIds.length === 0 || items.some(({ fieldId = '' }) => fieldIds.includes(fieldId)))
        .map((change) => ({ ...changeView(call, change), created: change.at })),
    }));
  return ok({ issueChangeLogs }, issueChangeLogs.length);
}
