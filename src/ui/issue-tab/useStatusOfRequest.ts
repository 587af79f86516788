import { useEffect, useState } from 'react';
import type { ClosedView } from '../../contract/views';
import { textInJira } from '../shared/textInJira';
import { useIssueKey } from '../shared/Viewer';

/**
 * The name of the status that closed the conversation, asked of Jira as the person who looks. Undefined until it is
 * known, and where no status closed it.
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

const statusOf = (issueKey: string): Promise<string | undefined> =>
  textInJira(`/rest/api/3/issue/${encodeURIComponent(issueKey)}?fields=status`, 'fields', 'status', 'name');
