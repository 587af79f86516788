import { z } from 'zod';
import type { CallContext } from '../app/call';
import { AccountIdSchema, IssueIdSchema, ProjectIdSchema } from '../storage/idSchemas';

/**
 * Reads who calls from where. The account is the platform's word; issue and project come from the page and prove nothing:
 * the permission check asks about exactly these ids. Undefined for a call from nowhere.
 */
export function callContextOf(context: unknown): CallContext | undefined {
  const read = PlatformContext.safeParse(context);
  if (!read.success) return undefined;
  const { accountId, timezone, extension } = read.data;
  const { project, issue } = extension;
  return {
    accountId,
    projectId: project.id,
    projectKey: project.key,
    ...(issue && { issueId: issue.id, issueKey: issue.key }),
    ...(timezone && { timeZone: timezone }),
  };
}

const PlatformContext = z.object({
  accountId: AccountIdSchema,
  timezone: z.string().optional(),
  extension: z.object({
    project: z.object({ id: z.coerce.string().pipe(ProjectIdSchema), key: z.string() }),
    issue: z.object({ id: z.coerce.string().pipe(IssueIdSchema), key: z.string() }).optional(),
  }),
});
