/** What a fresh service project brings along: workflow, types, link types, fields. The names are Jira's. */

export type Category = { readonly id: number; readonly key: string; readonly name: string; readonly colorName: string };
export const CATEGORIES: readonly Category[] = [
  { id: 1, key: 'undefined', name: 'No Category', colorName: 'medium-gray' },
  { id: 2, key: 'new', name: 'To Do', colorName: 'blue-gray' },
  { id: 4, key: 'indeterminate', name: 'In Progress', colorName: 'yellow' },
  { id: 3, key: 'done', name: 'Done', colorName: 'green' },
];

export type Status = { readonly id: string; readonly name: string; readonly category: string };
export const STATUSES: readonly Status[] = [
  { id: '10000', name: 'Waiting for support', category: 'indeterminate' },
  { id: '3', name: 'In progress', category: 'indeterminate' },
  { id: '10001', name: 'Waiting for customer', category: 'indeterminate' },
  { id: '5', name: 'Resolved', category: 'done' },
  { id: '6', name: 'Closed', category: 'done' },
];
export const FIRST_STATUS = '10000';

export type Transition = {
  readonly id: string;
  readonly name: string;
  readonly from: readonly string[];
  readonly to: string;
  /** Has a screen with resolution and comment. */
  readonly screen?: true;
  /** Shown to customers in the portal. */
  readonly portal?: true;
};
const OPEN = ['10000', '3', '10001'];
export const TRANSITIONS: readonly Transition[] = [
  { id: '11', name: 'In progress', from: ['10000', '10001'], to: '3' },
  { id: '21', name: 'Respond to customer', from: ['10000', '3'], to: '10001' },
  { id: '31', name: 'Respond to support', from: ['3', '10001'], to: '10000', portal: true },
  { id: '41', name: 'Resolve', from: OPEN, to: '5', screen: true, portal: true },
  { id: '51', name: 'Back to in progress', from: ['5', '6'], to: '3' },
  { id: '61', name: 'Close', from: ['5'], to: '6' },
];

export type Named = { readonly id: string; readonly name: string; readonly description: string };
export const RESOLUTIONS: readonly Named[] = [
  { id: '10000', name: 'Done', description: 'Work has been completed on this issue.' },
  { id: '10001', name: "Won't Do", description: "This issue won't be actioned." },
  { id: '10002', name: 'Duplicate', description: 'The problem is a duplicate of an existing issue.' },
  { id: '10003', name: 'Cannot Reproduce', description: 'All attempts at reproducing this issue failed.' },
];
export const PRIORITIES: readonly Named[] = [
  { id: '1', name: 'Highest', description: 'This problem will block progress.' },
  { id: '2', name: 'High', description: 'Serious problem that could block progress.' },
  { id: '3', name: 'Medium', description: 'Has the potential to affect progress.' },
  { id: '4', name: 'Low', description: 'Minor problem or easily worked around.' },
  { id: '5', name: 'Lowest', description: 'Trivial problem with little or no impact on progress.' },
];
export type IssueType = Named & { readonly subtask?: true };
export const ISSUE_TYPES: readonly IssueType[] = [
  { id: '10003', name: '[System] Service request', description: 'A request that follows the ITSM workflow.' },
  { id: '10004', name: '[System] Incident', description: 'For system outages or incidents.' },
  { id: '10005', name: 'Sub-task', description: 'The sub-task of the issue.', subtask: true },
];

export type LinkType = {
  readonly id: string;
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
};
export const LINK_TYPES: readonly LinkType[] = [
  { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
  { id: '10001', name: 'Cloners', inward: 'is cloned by', outward: 'clones' },
  { id: '10002', name: 'Duplicate', inward: 'is duplicated by', outward: 'duplicates' },
  { id: '10003', name: 'Relates', inward: 'relates to', outward: 'relates to' },
];

/** Often but not always this id on real sites: clients find it by its schema (jira.md 1.3). */
export const REQUEST_TYPE_FIELD = 'customfield_10010';

export type FieldSpec = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly custom?: string;
  readonly items?: string;
};
export const FIELDS: readonly FieldSpec[] = [
  { id: 'summary', name: 'Summary', type: 'string' },
  { id: 'description', name: 'Description', type: 'string' },
  { id: 'issuetype', name: 'Work type', type: 'issuetype' },
  { id: 'project', name: 'Space', type: 'project' },
  { id: 'status', name: 'Status', type: 'status' },
  { id: 'statuscategorychangedate', name: 'Status Category Changed', type: 'datetime' },
  { id: 'resolution', name: 'Resolution', type: 'resolution' },
  { id: 'resolutiondate', name: 'Resolved', type: 'datetime' },
  { id: 'priority', name: 'Priority', type: 'priority' },
  { id: 'labels', name: 'Labels', type: 'array', items: 'string' },
  { id: 'assignee', name: 'Assignee', type: 'user' },
  { id: 'reporter', name: 'Reporter', type: 'user' },
  { id: 'creator', name: 'Creator', type: 'user' },
  { id: 'created', name: 'Created', type: 'datetime' },
  { id: 'updated', name: 'Updated', type: 'datetime' },
  { id: 'comment', name: 'Comment', type: 'comments-page' },
  { id: 'attachment', name: 'Attachment', type: 'array', items: 'attachment' },
  { id: 'parent', name: 'Parent', type: 'issuelink' },
  { id: 'subtasks', name: 'Sub-tasks', type: 'array', items: 'issuelinks' },
  { id: 'issuelinks', name: 'Linked work items', type: 'array', items: 'issuelinks' },
  {
    id: REQUEST_TYPE_FIELD,
    name: 'Request Type',
    type: 'sd-customerrequesttype',
    custom: 'com.atlassian.servicedesk:vp-origin',
  },
];

/** Fields of the create and edit screens; others are refused as Jira does. */
export const SCREEN_FIELDS: readonly string[] = [
  'summary',
  'description',
  'reporter',
  'assignee',
  'priority',
  'labels',
  REQUEST_TYPE_FIELD,
];

export const byId = <Item extends { id: string }>(items: readonly Item[], id: string): Item => {
  const found = items.find((item) => item.id === id);
  if (!found) throw new Error(`the sandbox's Jira has no ${id} in its catalogue`);
  return found;
};

export const categoryOf = (statusId: string): Category => {
  const { category } = byId(STATUSES, statusId);
  const found = CATEGORIES.find((one) => one.key === category);
  if (!found) throw new Error(`status ${statusId} has the unknown category ${category}`);
  return found;
};
