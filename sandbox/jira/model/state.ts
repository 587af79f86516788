import type { AdfNode } from '../text/adf';

/** Everything the sandbox's Jira knows, as one plain JSON value. Times are epoch milliseconds. */
export type JiraState = {
  counters: Record<Counter, number>;
  people: Person[];
  projects: Project[];
  issues: Record<string, Issue>;
  links: IssueLink[];
  /** Customers added to a service desk, by service desk id. */
  customers: Record<string, string[]>;
  switches: JiraSwitches;
  /** Times of recent writes, by issue id: the per-issue write limit. */
  writes: Record<string, number[]>;
  quota: { hour: number; used: number };
  /** Bytes of attachments, base64, by media id. Absent in worlds saved before there were any. */
  files?: Record<string, string>;
};
export type Counter = 'issue' | 'comment' | 'change' | 'link' | 'customer' | 'attachment';

/** What an administrator of a real site may have set otherwise. */
export type JiraSwitches = {
  /** The permission scheme lets portal customers browse their own requests and comment through the platform API. */
  customersMayCommentV3: boolean;
  customersMayCommentInPortal: boolean;
  /** The app passes the administrator check of customer creation. */
  appMayCreateCustomers: boolean;
  appMayEditComments: boolean;
  appMaySetReporter: boolean;
  /** Ids of fields that the field configuration requires, by issue type. Absent in worlds saved before there was any. */
  requiredFields?: Record<string, string[]>;
  /** The site answers 403 to edits with `notifyUsers=false` instead of ignoring the flag. */
  refuseSilentEdits: boolean;
  /** How long a new issue answers 404: jira.md 1.4 has seen up to 30 s. */
  createVisibleAfterMs: number;
  /** For a comment written on a transition: which of the two events leaves first. Jira promises no order. */
  commentEventFirst: boolean;
};

export type Role = 'admin' | 'agent' | 'customer' | 'app';
export type Person = {
  accountId: string;
  name: string;
  email?: string;
  role: Role;
  timeZone: string;
  active: boolean;
};

export type Project = {
  id: string;
  key: string;
  name: string;
  serviceDeskId: string;
  lead: string;
  lastIssue: number;
  /** Absent: a service project. */
  typeKey?: 'software';
  /** The app is in no role of the project: it sees none of its issues. */
  appBarred?: true;
  requestTypes: RequestType[];
};
export type RequestType = { id: string; name: string; description: string; issueTypeId: string };

export type Issue = {
  id: string;
  key: string;
  /** Keys it had before it was moved: they still lead to it. */
  formerKeys?: string[];
  projectId: string;
  issueTypeId: string;
  requestTypeId: string | null;
  /** Of a sub-task. */
  parentId?: string;
  summary: string;
  description: AdfNode | null;
  statusId: string;
  statusCategoryChangedAt: number;
  /** Newest first. */
  statusHistory: { statusId: string; at: number }[];
  resolutionId: string | null;
  resolvedAt: number | null;
  priorityId: string;
  labels: string[];
  assignee: string | null;
  reporter: string | null;
  creator: string;
  created: number;
  updated: number;
  participants: string[];
  properties: Record<string, unknown>;
  comments: Comment[];
  /** Oldest first. Absent where there never was one. */
  attachments?: Attachment[];
  /** Oldest first. */
  history: Change[];
  /** What search knows and from when on: search is eventually consistent. Oldest first. */
  index: { from: number; content: Searchable }[];
};

export type Searchable = Pick<
  Issue,
  | 'summary'
  | 'issueTypeId'
  | 'requestTypeId'
  | 'statusId'
  | 'statusCategoryChangedAt'
  | 'resolutionId'
  | 'labels'
  | 'assignee'
  | 'reporter'
  | 'creator'
  | 'created'
  | 'updated'
  | 'properties'
>;

export type Comment = {
  id: string;
  author: string;
  updateAuthor: string;
  body: AdfNode;
  created: number;
  updated: number;
  properties: Record<string, unknown>;
  visibility?: Visibility;
};
/** `mediaId` names the file in documents (Media Services): another id than the attachment's own. */
export type Attachment = {
  id: string;
  mediaId: string;
  fileName: string;
  mimeType: string;
  size: number;
  author: string;
  created: number;
};
export type Visibility = { type: 'role' | 'group'; value: string; identifier: string };

export type Change = { id: string; author: string; at: number; items: ChangeItem[] };
export type ChangeItem = {
  field: string;
  fieldtype: 'jira' | 'custom';
  fieldId?: string;
  from: string | null;
  fromString: string | null;
  to: string | null;
  toString: string | null;
};

export type IssueLink = { id: string; typeId: string; inwardIssueId: string; outwardIssueId: string };

const SWITCHES: JiraSwitches = {
  customersMayCommentV3: true,
  customersMayCommentInPortal: true,
  appMayCreateCustomers: true,
  appMayEditComments: true,
  appMaySetReporter: true,
  refuseSilentEdits: false,
  createVisibleAfterMs: 0,
  commentEventFirst: false,
};

/** A site without projects or people. */
export function newJiraState(switches: Partial<JiraSwitches> = {}): JiraState {
  return {
    counters: { issue: 10_000, comment: 10_000, change: 20_000, link: 10_000, customer: 0, attachment: 10_000 },
    people: [],
    projects: [],
    issues: {},
    links: [],
    customers: {},
    switches: { ...SWITCHES, ...switches },
    writes: {},
    quota: { hour: 0, used: 0 },
  };
}
