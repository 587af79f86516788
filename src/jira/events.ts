import { z } from 'zod';
import type { AccountId, IssueId, ProjectId } from '../domain/ids';
import { AccountIdShape, IssueIdShape, ProjectIdShape, PROPERTY, TimeShape } from './shapes';

/**
 * Jira's product events in our words. They come up to 3 minutes late, twice, and in any order (jira.md 6.2): each says what to
 * read again, never what is true now. Times are epoch milliseconds.
 */
export type JiraEvent = EventFacts &
  (
    | {
        readonly kind: 'comment';
        readonly commentId: string;
        readonly author?: AccountId;
        /** As it was then: read the comment again before anything leaves Jira. */
        readonly isPublic: boolean;
        /** Edits come as the same event. */
        readonly edited: boolean;
        readonly createdAt: number;
        readonly updatedAt: number;
      }
    | { readonly kind: 'comment-deleted'; readonly commentId: string }
    | { readonly kind: 'status'; readonly change: string }
    | { readonly kind: 'moved'; readonly change: string }
    /** `intent` where the event carries the request's marker. A clone has another's. */
    | { readonly kind: 'created'; readonly clone: boolean; readonly intent?: string }
    | { readonly kind: 'deleted' }
  );

export type EventFacts = {
  readonly issueId: IssueId;
  readonly issueKey: string;
  readonly project?: ProjectId;
  readonly at?: number;
  /** Who did it, where Jira tells. */
  readonly actor?: AccountId;
  /** Caused by our own call, as the app. Whether impersonated calls count is not documented: see `trace`. */
  readonly own: boolean;
  /** The trace value of our call that caused it. */
  readonly trace?: string;
};

/** Every event of the payload we act on; none for what does not concern us, such as the shadow update of a comment. */
export function readEvents(raw: unknown): readonly JiraEvent[] {
  const read = Payload.safeParse(raw);
  if (!read.success) return [];
  const facts = factsOf(read.data);
  switch (read.data.eventType) {
    case 'avi:jira:commented:issue':
      return commentEvents(facts, read.data.comment);
    case 'avi:jira:deleted:comment':
      return read.data.comment ? [{ ...facts, kind: 'comment-deleted', commentId: read.data.comment.id }] : [];
    case 'avi:jira:updated:issue':
      return updateEvents(facts, read.data.changelog);
    case 'avi:jira:created:issue':
      return [createdEvent(facts, read.data)];
    case 'avi:jira:deleted:issue':
      return [{ ...facts, kind: 'deleted' }];
    default:
      return [];
  }
}

const Maybe = <Shape extends z.ZodType>(shape: Shape) => shape.optional().catch(undefined);
const Actor = z.object({ accountId: AccountIdShape });

const CommentPart = z.object({
  id: z.string(),
  author: Maybe(Actor),
  created: TimeShape,
  updated: Maybe(TimeShape),
  jsdPublic: Maybe(z.boolean()),
});
// `fieldId` is missing on some items. The key `toString` of an item is never read: every object has one.
const Changelog = z.object({
  id: z.string().catch(''),
  items: z.array(z.object({ field: z.string(), fieldId: Maybe(z.string()) })),
});
const Payload = z.object({
  eventType: z.string(),
  selfGenerated: z.boolean().catch(false),
  atlassianId: Maybe(AccountIdShape),
  webhookTraceValue: Maybe(z.string()),
  // A text on the wire, a number in older events.
  timestamp: Maybe(z.coerce.number().int().positive()),
  issue: z.object({
    id: IssueIdShape,
    key: z.string(),
    fields: Maybe(z.object({ project: Maybe(z.object({ id: ProjectIdShape })) })),
  }),
  comment: Maybe(CommentPart),
  changelog: Maybe(Changelog),
  clonedFrom: z.unknown().optional(),
  payloadIncludeProperties: Maybe(z.record(z.string(), z.unknown())),
});
type Payload = z.infer<typeof Payload>;

function factsOf({ issue, selfGenerated, ...payload }: Payload): EventFacts {
  const project = issue.fields?.project?.id;
  return {
    issueId: issue.id,
    issueKey: issue.key,
    own: selfGenerated,
    ...(project && { project }),
    ...(payload.timestamp !== undefined && { at: payload.timestamp }),
    ...(payload.atlassianId && { actor: payload.atlassianId }),
    ...(payload.webhookTraceValue && { trace: payload.webhookTraceValue }),
  };
}

function commentEvents(facts: EventFacts, comment: Payload['comment']): readonly JiraEvent[] {
  if (!comment) return [];
  const { id, author, created, updated, jsdPublic } = comment;
  const edited = updated !== undefined && updated !== created;
  const event = { ...facts, kind: 'comment', commentId: id, isPublic: jsdPublic === true, edited } as const;
  return [{ ...event, createdAt: created, updatedAt: updated ?? created, ...(author && { author: author.accountId }) }];
}

/** One update may carry several changes: a move often changes the status too. */
function updateEvents(facts: EventFacts, changelog: Payload['changelog']): readonly JiraEvent[] {
  if (!changelog) return [];
  const changed = new Set(changelog.items.map(({ field, fieldId }) => fieldId ?? field));
  const change = changelog.id;
  return [
    ...(changed.has('project') ? [{ ...facts, kind: 'moved', change } as const] : []),
    ...(changed.has('status') ? [{ ...facts, kind: 'status', change } as const] : []),
  ];
}

function createdEvent(facts: EventFacts, { clonedFrom, payloadIncludeProperties }: Payload): JiraEvent {
  const intent = payloadIncludeProperties?.[`issue.properties['${PROPERTY}'].intent`];
  const clone = clonedFrom !== undefined && clonedFrom !== null;
  return { ...facts, kind: 'created', clone, ...(typeof intent === 'string' && { intent }) };
}
