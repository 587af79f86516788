import { z } from 'zod';
import type { As, Jira } from '../app/ports';
import type { StatusNow } from '../domain/statusNow';
import type { IssueId } from '../domain/ids';
import { ask, mapOutcome, type JiraOutcome } from './outcome';
import { CategoryShape, Nothing, traced } from './shapes';

/** A way the workflow offers from the status an issue is in, to whoever asks. */
export type WayOut = {
  readonly id: string;
  readonly name: string;
  readonly to: StatusNow;
  /** Names of the resolutions its screen lets choose from; absent where it asks for none. */
  readonly resolutions?: readonly string[];
};

type Asked = { readonly issueId: IssueId; readonly as: As };

/** Conditions of the workflow depend on who asks: ask as who will go. */
export async function waysOut(jira: Jira, { issueId, as }: Asked): Promise<JiraOutcome<readonly WayOut[]>> {
  const path = `/rest/api/3/issue/${issueId}/transitions?expand=transitions.fields`;
  const read = await ask(jira, { method: 'GET', path, as }, z.object({ transitions: z.array(TransitionShape) }));
  return mapOutcome(read, ({ transitions }) => transitions.map(wayOf));
}

const ResolutionField = z.object({ allowedValues: z.array(z.object({ name: z.string() })) });
const TransitionShape = z.object({
  id: z.string(),
  name: z.string(),
  to: z.object({ name: z.string(), statusCategory: z.object({ key: CategoryShape }) }),
  fields: z
    .object({ resolution: ResolutionField.optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

function wayOf({ id, name, to, fields }: z.infer<typeof TransitionShape>): WayOut {
  const resolution = fields?.resolution;
  return {
    id,
    name,
    to: { name: to.name, category: to.statusCategory.key },
    ...(resolution && { resolutions: resolution.allowedValues.map((one) => one.name) }),
  };
}

export type Move = Asked & { readonly way: WayOut; readonly resolution: string | undefined; readonly trace: string };

/** Takes the way. The resolution is set where its screen offers one of that name: Jira refuses it elsewhere. */
export function moveAlong(jira: Jira, { issueId, as, way, resolution, trace }: Move): Promise<JiraOutcome<true>> {
  const name = way.resolutions?.find((one) => sameName(one, resolution ?? ''));
  const fields = name === undefined ? {} : { fields: { resolution: { name } } };
  const path = `/rest/api/3/issue/${issueId}/transitions`;
  const body = { transition: { id: way.id }, ...fields };
  return ask(jira, { method: 'POST', path, as, headers: traced(trace), body }, Nothing);
}

/** Jira compares names of statuses and resolutions without regard to case. */
export const sameName = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();
