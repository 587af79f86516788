import type { z } from 'zod';
import type { Jira, JiraAnswer, JiraRequest } from '../app/ports';
import type { JiraFailure, JiraFailureReason } from '../domain/effect';
import { jiraText, refusedFields } from './errorText';
import { retryAfterSeconds } from './pressure';

/**
 * What came of one call. `refused`: Jira did nothing and will not. `limited`: nothing happened yet, come back later.
 * `unknown`: it may have happened; find out before doing it again. `nearLimit`: less than a fifth of the budget is left.
 */
export type JiraOutcome<Value> = (
  | { readonly kind: 'ok'; readonly value: Value }
  | Refused
  | Limited
  | { readonly kind: 'unknown'; readonly why: Unknown }
) & { readonly nearLimit?: true };

export type Refused = {
  readonly kind: 'refused';
  readonly failure: JiraFailure;
  readonly status: number;
  /** Jira's names of the fields it refused, e.g. `reporter`. */
  readonly fields: readonly string[];
};
export type Limited = { readonly kind: 'limited'; readonly retryAfterSeconds: number; readonly reason?: string };
/** `conflict`: somebody changed the same thing in the same moment; reading again tells what is there now. */
export type Unknown = 'no-answer' | 'server-error' | 'unreadable' | 'conflict';

/** Asks Jira and reads its answer by the schema, which names only what we use. */
export async function ask<Value>(
  jira: Jira,
  request: JiraRequest,
  schema: z.ZodType<Value>,
): Promise<JiraOutcome<Value>> {
  return askFor(() => jira.request(request), schema);
}

/** The same of any call of the port. */
export async function askFor<Value>(
  call: () => Promise<JiraAnswer>,
  schema: z.ZodType<Value>,
): Promise<JiraOutcome<Value>> {
  const answer = await answerTo(call);
  if (!answer) return { kind: 'unknown', why: 'no-answer' };
  const nearLimit = answer.headers['x-ratelimit-nearlimit'] === 'true';
  return { ...outcomeOf(answer, schema), ...(nearLimit && { nearLimit }) };
}

/** The outcome with another value; everything but `ok` passes through. */
export function mapOutcome<Value, Other>(
  outcome: JiraOutcome<Value>,
  change: (value: Value) => Other,
): JiraOutcome<Other> {
  return outcome.kind === 'ok' ? { ...outcome, value: change(outcome.value) } : outcome;
}

/** The next call of a recipe; a near limit seen before stays visible. */
export async function andThen<Value, Other>(
  outcome: JiraOutcome<Value>,
  next: (value: Value) => Promise<JiraOutcome<Other>>,
): Promise<JiraOutcome<Other>> {
  if (outcome.kind !== 'ok') return outcome;
  const following = await next(outcome.value);
  return outcome.nearLimit ? { ...following, nearLimit: true } : following;
}

export const refused = (reason: JiraFailureReason, status: number, detail?: string): Refused => ({
  kind: 'refused',
  failure: { reason, ...(detail && { detail }) },
  status,
  fields: [],
});

/** The port rejects only when no answer came: that is an outcome of its own, not an error. */
async function answerTo(call: () => Promise<JiraAnswer>): Promise<JiraAnswer | undefined> {
  try {
    return await call();
  } catch {
    return undefined;
  }
}

const REASON: Record<number, JiraFailureReason> = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'request-gone',
  413: 'issue-full',
};

function outcomeOf<Value>(answer: JiraAnswer, schema: z.ZodType<Value>): JiraOutcome<Value> {
  const { status, headers, body } = answer;
  if (status >= 200 && status < 300) {
    const read = schema.safeParse(body);
    return read.success ? { kind: 'ok', value: read.data } : { kind: 'unknown', why: 'unreadable' };
  }
  if (status === 429) {
    const reason = headers['ratelimit-reason'];
    return { kind: 'limited', retryAfterSeconds: retryAfterSeconds(headers), ...(reason && { reason }) };
  }
  if (status >= 500 || status === 408) return { kind: 'unknown', why: 'server-error' };
  if (status === 409) return { kind: 'unknown', why: 'conflict' };
  const refusal = refused(REASON[status] ?? 'rejected', status, jiraText(body));
  return { ...refusal, fields: refusedFields(body) };
}
