import { z } from 'zod';
import { asAccountId, asIssueId, asProjectId } from '../domain/ids';

/** Shapes that occur in many of Jira's answers, in our words. */
export const IssueIdShape = z.string().regex(/^\d+$/).transform(asIssueId);
export const ProjectIdShape = z.string().regex(/^\d+$/).transform(asProjectId);
export const AccountIdShape = z
  .string()
  .regex(/^[^\s/?#]{1,128}$/)
  .transform(asAccountId);

/** Jira calls a category it cannot name `undefined` (jira.md): nothing hangs on such a status. */
export const CategoryShape = z.enum(['new', 'indeterminate', 'done']).catch('indeterminate');

/** Jira's times, e.g. `2026-10-03T12:05:00.000+0200`, as epoch milliseconds. */
export const TimeShape = z
  .string()
  .transform((text) => Date.parse(text))
  .pipe(z.number());

/** What a write answers where nothing of it is used. */
export const Nothing = z.unknown().transform((): true => true);

/** Ties our write to the product events it causes: they carry the value back as `webhookTraceValue` (jira.md 6.2). */
export const traced = (trace: string): Readonly<Record<string, string>> => ({ 'X-Atlassian-Webhook-Trace': trace });

/** The key of our property on issues and comments. It holds no personal data: everybody who sees the request can read it. */
export const PROPERTY = 'omnichat';

/** The key of the issue property that is written with every description of ours. */
export const DESCRIBED = 'omnichat.described';
