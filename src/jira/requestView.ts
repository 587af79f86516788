import { z } from 'zod';
import type { RequestRef } from '../domain/conversation';
import type { StatusNow } from '../domain/statusNow';
import type { AccountId, ProjectId } from '../domain/ids';
import { CommentShape, commentOf, type RequestComment } from './comments';
import { CopyMarker, RequestMarker } from './marker';
import { AccountIdShape, CategoryShape, IssueIdShape, ProjectIdShape, DESCRIBED, PROPERTY, TimeShape } from './shapes';

/** A request as it stands. Times are epoch milliseconds. */
export type RequestView = RequestRef & {
  readonly project: ProjectId;
  readonly projectKey: string;
  /** A type Jira does not tell is taken for a service project. */
  readonly inServiceProject: boolean;
  readonly issueTypeId: string;
  /** As Jira gives it; null where there is none. */
  readonly description: unknown;
  readonly status: StatusNow;
  /** When the status category was entered: for a request that is done, when it was resolved. */
  readonly statusSince?: number;
  readonly assignee?: AccountId;
  /** A person: apps that raise requests are left out. */
  readonly reporter?: AccountId;
  /** The oldest page of its comments, as Jira gives it with the request. */
  readonly comments: readonly RequestComment[];
  readonly marker?: RequestMarker;
  /** What the description told when we last edited it, whoever has edited it since. */
  readonly described?: CopyMarker;
};

/** Our property among an issue's; a broken one is none. */
export const Properties = z
  .object({
    [PROPERTY]: RequestMarker.optional().catch(undefined),
    [DESCRIBED]: CopyMarker.optional().catch(undefined),
  })
  .catch({});

export const IssueShape = z.object({
  id: IssueIdShape,
  key: z.string(),
  fields: z.object({
    description: z.unknown().optional(),
    comment: z.object({ comments: z.array(CommentShape) }).catch({ comments: [] }),
    status: z.object({ name: z.string(), statusCategory: z.object({ key: CategoryShape }) }),
    statuscategorychangedate: TimeShape.optional().catch(undefined),
    assignee: z.object({ accountId: AccountIdShape }).nullish(),
    reporter: z
      .object({ accountId: AccountIdShape, accountType: z.string().catch('') })
      .nullish()
      .catch(null),
    project: z.object({ id: ProjectIdShape, key: z.string(), projectTypeKey: z.string().optional().catch(undefined) }),
    issuetype: z.object({ id: z.string() }),
  }),
  properties: Properties,
});

const SERVICE = 'service_desk';

export function viewOf({ id, key, fields, properties }: z.infer<typeof IssueShape>): RequestView {
  const { [PROPERTY]: marker, [DESCRIBED]: described } = properties;
  const since = fields.statuscategorychangedate;
  return {
    issueId: id,
    issueKey: key,
    project: fields.project.id,
    projectKey: fields.project.key,
    inServiceProject: (fields.project.projectTypeKey ?? SERVICE) === SERVICE,
    issueTypeId: fields.issuetype.id,
    description: fields.description ?? null,
    comments: fields.comment.comments.map(commentOf),
    status: { name: fields.status.name, category: fields.status.statusCategory.key },
    ...(since !== undefined && { statusSince: since }),
    ...(fields.assignee && { assignee: fields.assignee.accountId }),
    ...(fields.reporter && fields.reporter.accountType !== 'app' && { reporter: fields.reporter.accountId }),
    ...(marker && { marker }),
    ...(described && { described }),
  };
}
