import { useEffect, useState } from 'react';
import { requestJira } from '@forge/bridge';
import type { ClosedView } from '../../contract/views';
import { useIssueKey } from '../shared/Viewer';

/**
 * The name of the status that closed the conversation, asked of Jira as the person who looks. Undefined until it is
 * known, and where no status closed it: a name is not worth an error on the screen.
 */
export function useStatusOfRequest({ at, beside }: ClosedView): string | undefined {
  const issueKey = useIssueKey();
  const [status, setStatus] = useState<string>();
  useEffect(() => {
    if (beside || issueKey === undefined) return;
    void statusOf(issueKey).then(setStatus);
  }, [at, beside, issueKey]);
  return status;
}

async function statusOf(issueKey: string): Promise<string | undefined> {
  try {
    const answer = await requestJira(`/rest/api/3/issue/${encodeURIComponent(issueKey)}?fields=status`);
    return answer.ok ? nameIn(await answer.json(), 'fields', 'status') : undefined;
  } catch {
    return undefined;
  }
}

/** `name` at the end of a path of objects. */
function nameIn(value: unknown, ...path: readonly string[]): string | undefined {
  const end = path.reduce<unknown>((at, part) => (isObject(at) ? at[part] : undefined), value);
  return isObject(end) && typeof end.name === 'string' ? end.name : undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
