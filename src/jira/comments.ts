import { z } from 'zod';
import type { Jira } from '../app/ports';
import type { AccountId, IssueId } from '../domain/ids';
import { accountKind, type AccountKind } from './account';
import { CommentMarker } from './marker';
import { andThen, ask, mapOutcome, type JiraOutcome } from './outcome';
import { AccountIdShape, PROPERTY, TimeShape } from './shapes';

/** A comment of a request. Times are epoch milliseconds. */
export type RequestComment = {
  readonly id: string;
  readonly author?: { readonly accountId: AccountId; readonly kind: AccountKind; readonly name?: string };
  /** Who changed it last; the author, as long as nobody did. */
  readonly editor?: AccountId;
  /** Seen by the customer: public in the service desk and not restricted to a role or group (jira.md 3.1). */
  readonly isPublic: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** An Atlassian document, as Jira gives it. */
  readonly body: unknown;
  /** Only where it was asked for. */
  readonly marker?: CommentMarker;
};

/** Reads one comment as it is now. `request-gone`: the comment or its request was deleted. */
export async function readComment(
  jira: Jira,
  { issueId, commentId }: { readonly issueId: IssueId; readonly commentId: string },
): Promise<JiraOutcome<RequestComment>> {
  const path = `/rest/api/3/issue/${issueId}/comment/${encodeURIComponent(commentId)}`;
  return mapOutcome(await ask(jira, { method: 'GET', path, as: 'app' }, CommentShape), commentOf);
}

/** Our marker on a comment; undefined on a comment that is none of ours. One call of its own: reading a comment tells no properties. */
export async function markerOf(jira: Jira, commentId: string): Promise<JiraOutcome<CommentMarker | undefined>> {
  const path = `/rest/api/3/comment/${encodeURIComponent(commentId)}/properties/${PROPERTY}`;
  const read = await ask(jira, { method: 'GET', path, as: 'app' }, z.object({ value: z.unknown() }));
  if (read.kind === 'refused' && read.status === 404) return { kind: 'ok', value: undefined };
  return mapOutcome(read, ({ value }) => CommentMarker.safeParse(value).data);
}

/** The newest comments, newest first, from Jira's database. At most 100: Jira's page (jira.md 3.4). */
export async function newestComments(
  jira: Jira,
  { issueId, count }: { readonly issueId: IssueId; readonly count: number },
): Promise<JiraOutcome<readonly RequestComment[]>> {
  const path = `/rest/api/3/issue/${issueId}/comment?orderBy=-created&maxResults=${count}`;
  const read = await ask(jira, { method: 'GET', path, as: 'app' }, z.object({ comments: z.array(CommentShape) }));
  return mapOutcome(read, ({ comments }) => comments.map(commentOf));
}

/** The newest comments with our markers: a second call, for Jira's list knows no properties (jira.md 3.4). */
export async function newestMarkedComments(
  jira: Jira,
  which: { readonly issueId: IssueId; readonly count: number },
): Promise<JiraOutcome<readonly RequestComment[]>> {
  return andThen(await newestComments(jira, which), async (comments) => {
    if (comments.length === 0) return { kind: 'ok', value: comments };
    const ids = comments.map(({ id }) => Number(id));
    const path = '/rest/api/3/comment/list?expand=properties';
    const read = await ask(jira, { method: 'POST', path, as: 'app', body: { ids } }, MarkedPage);
    return mapOutcome(read, ({ values }) => {
      const markers = new Map(values.map(({ id, properties }) => [id, properties]));
      return comments.map((comment) => {
        const marker = markers.get(comment.id);
        return marker ? { ...comment, marker } : comment;
      });
    });
  });
}

const User = z.object({
  accountId: AccountIdShape,
  accountType: z.string().optional().catch(undefined),
  displayName: z.string().optional().catch(undefined),
});

/** A comment of Jira's platform API. */
export const CommentShape = z.object({
  id: z.string(),
  author: User.optional().catch(undefined),
  updateAuthor: User.optional().catch(undefined),
  created: TimeShape,
  updated: TimeShape,
  body: z.unknown().optional(),
  jsdPublic: z.boolean().optional().catch(undefined),
  visibility: z.unknown().optional(),
});

const OurProperty = z
  .array(z.object({ key: z.string(), value: z.unknown().optional() }))
  .transform((all) => CommentMarker.safeParse(all.find(({ key }) => key === PROPERTY)?.value).data)
  .catch(undefined);
const MarkedPage = z.object({ values: z.array(z.object({ id: z.string(), properties: OurProperty })) });

/** Public only where Jira says so: a comment of which we know nothing is not the customer's to read. */
export function commentOf(read: z.infer<typeof CommentShape>): RequestComment {
  const { author, updateAuthor } = read;
  return {
    id: read.id,
    ...(author && {
      author: {
        accountId: author.accountId,
        kind: accountKind(author.accountType),
        ...(author.displayName && { name: author.displayName }),
      },
    }),
    ...(updateAuthor && { editor: updateAuthor.accountId }),
    isPublic: read.jsdPublic === true && (read.visibility ?? undefined) === undefined,
    createdAt: read.created,
    updatedAt: read.updated,
    body: read.body,
  };
}
