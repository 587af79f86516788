import type { z } from 'zod';
import type { Cache, Jira, JiraRequest } from '../app/ports';
import { ask, type JiraOutcome } from './outcome';

const REFUSED = 'jira:quiet-edits-refused';
const HOUR_MS = 3_600_000;

/** A PUT as a function of its query. */
type Edit<Value> = (query: '' | '?notifyUsers=false') => {
  readonly request: JiraRequest;
  readonly schema: z.ZodType<Value>;
};

/**
 * Performs an edit without notifications. Some sites refuse the flag to all but administrators ("To discard the user
 * notification either admin or project admin permissions are required", jira.md 7): then without it, and for an hour at once so.
 */
export async function quietly<Value>(
  { jira, cache }: { readonly jira: Jira; readonly cache: Cache },
  edit: Edit<Value>,
): Promise<JiraOutcome<Value>> {
  const perform = (query: '' | '?notifyUsers=false') => {
    const { request, schema } = edit(query);
    return ask(jira, request, schema);
  };
  if (cache.get(REFUSED) === true) return perform('');
  const quiet = await perform('?notifyUsers=false');
  // A refusal that names a field is about the text, not about the flag.
  if (quiet.kind !== 'refused' || ![400, 403].includes(quiet.status) || quiet.fields.length > 0) return quiet;
  const loud = await perform('');
  if (loud.kind === 'ok') cache.set(REFUSED, true, HOUR_MS);
  return loud;
}
