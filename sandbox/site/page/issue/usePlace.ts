import type { Issue } from '../api/jira';
import { useSite } from '../shared/site';

/** Where a screen of this request stands. */
export function usePlace(module: string, issue: Issue) {
  const { project, person } = useSite();
  const { id, key, fields } = issue;
  return {
    module,
    person,
    projectId: project.id,
    projectKey: project.key,
    issue: { id, key, ...(fields.issuetype && { type: fields.issuetype.name }) },
  };
}
