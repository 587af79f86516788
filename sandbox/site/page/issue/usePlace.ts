import type { Issue } from '../api/jira';
import { useSite } from '../shared/site';

/** Where a screen of this request stands. */
export function usePlace(module: string, issue: Issue) {
  const { state, project, person } = useSite();
  const { id, key, fields } = issue;
  const own = state.projects.find((one) => key.startsWith(`${one.key}-`)) ?? project;
  return {
    module,
    person,
    projectId: own.id,
    projectKey: own.key,
    issue: { id, key, ...(fields.issuetype && { type: fields.issuetype.name }) },
  };
}
