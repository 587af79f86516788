import type { JiraCall, Site } from '../jiraCall';
import { byId, categoryOf, STATUSES } from '../model/catalogue';
import { projectOf } from '../model/issues';
import { personOf } from '../model/people';
import type { Issue, Project, RequestType } from '../model/state';
import { serviceDeskTime } from '../model/time';
import { plainText } from '../text/adf';
import { toHtml } from '../text/html';
import { customerView } from './personViews';

/** The request as the portal's API shows it. */
export function requestView(call: JiraCall, issue: Issue) {
  const { site } = call;
  const project = projectOf(site, issue);
  const expand = call.query.get('expand') ?? '';
  const requestType = issue.requestTypeId === null ? undefined : byId(project.requestTypes, issue.requestTypeId);
  const { description } = issue;
  return {
    _expands: ['participant', 'status', 'sla', 'requestType', 'serviceDesk', 'attachment', 'action', 'comment'],
    issueId: issue.id,
    issueKey: issue.key,
    summary: issue.summary,
    requestTypeId: issue.requestTypeId ?? '',
    ...(expand.includes('requestType') && requestType && { requestType: requestTypeView(site, project, requestType) }),
    serviceDeskId: project.serviceDeskId,
    ...(expand.includes('serviceDesk') && { serviceDesk: serviceDeskView(site, project) }),
    createdDate: serviceDeskTime(issue.created, site.now()),
    ...(issue.reporter !== null && { reporter: customerView(site, personOf(site, issue.reporter)) }),
    requestFieldValues: [
      { fieldId: 'summary', label: 'Summary', value: issue.summary },
      {
        fieldId: 'description',
        label: 'Description',
        value: description ? plainText(description) : '',
        renderedValue: { html: description ? toHtml(description) : '' },
      },
      { fieldId: 'attachment', label: 'Attachment', value: [] },
    ],
    currentStatus: currentStatus(site, issue.statusHistory[0] ?? { statusId: issue.statusId, at: issue.created }),
    _links: requestLinks(site, issue),
  };
}

export const requestLinks = (site: Site, issue: Issue) => ({
  jiraRest: `${site.baseUrl}/rest/api/2/issue/${issue.id}`,
  web: `${site.baseUrl}/servicedesk/customer/portal/${projectOf(site, issue).serviceDeskId}/${issue.key}`,
  self: `${site.baseUrl}/rest/servicedeskapi/request/${issue.id}`,
});

export const currentStatus = (site: Site, { statusId, at }: { statusId: string; at: number }) => ({
  status: byId(STATUSES, statusId).name,
  statusCategory: categoryOf(statusId).key.toUpperCase(),
  statusDate: serviceDeskTime(at, site.now()),
});

export const serviceDeskView = (site: Site, project: Project) => ({
  id: project.serviceDeskId,
  projectId: project.id,
  projectName: project.name,
  projectKey: project.key,
  _links: { self: `${site.baseUrl}/rest/servicedeskapi/servicedesk/${project.serviceDeskId}` },
});

export const requestTypeView = (site: Site, project: Project, type: RequestType) => ({
  _expands: ['field'],
  id: type.id,
  _links: {
    self: `${site.baseUrl}/rest/servicedeskapi/servicedesk/${project.serviceDeskId}/requesttype/${type.id}`,
  },
  name: type.name,
  description: type.description,
  helpText: '',
  issueTypeId: type.issueTypeId,
  serviceDeskId: project.serviceDeskId,
  portalId: project.serviceDeskId,
  groupIds: ['1'],
});

/** A page of the service-desk API: `start` and `limit` instead of `startAt` and `maxResults`. */
export function pagedView(call: JiraCall, values: readonly unknown[], path: string) {
  const whole = (name: string, standard: number) => {
    const number = Number.parseInt(call.query.get(name) ?? '', 10);
    return number >= 0 ? number : standard;
  };
  const start = whole('start', 0);
  const limit = Math.min(whole('limit', 50), 100);
  const page = values.slice(start, start + limit);
  const isLastPage = start + limit >= values.length;
  const self = `${call.site.baseUrl}/rest/servicedeskapi/${path}`;
  const at = (from: number) => `${self}${self.includes('?') ? '&' : '?'}start=${from}&limit=${limit}`;
  return {
    _expands: [],
    size: page.length,
    start,
    limit,
    isLastPage,
    _links: {
      self,
      base: call.site.baseUrl,
      context: '',
      ...(!isLastPage && { next: at(start + limit) }),
      ...(start > 0 && { prev: at(Math.max(0, start - limit)) }),
    },
    values: page,
  };
}
