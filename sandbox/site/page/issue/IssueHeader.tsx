import Heading from '@atlaskit/heading';
import type { Issue } from '../api/jira';
import { To } from '../shared/route';
import { useSite } from '../shared/site';
import { IssueToolbar } from './IssueToolbar';
import { IssueTypeIcon } from './IssueTypeIcon';

export function IssueHeader({ issue }: { readonly issue: Issue }) {
  const { state, project } = useSite();
  const { summary, issuetype, parent } = issue.fields;
  const own = state.projects.find(({ key }) => issue.key.startsWith(`${key}-`)) ?? project;
  return (
    <header className="issue-header">
      <nav className="breadcrumbs" aria-label="Breadcrumbs">
        <To route={{ name: 'queue' }}>{own.name}</To> / <To route={{ name: 'queue' }}>All open</To> /{' '}
        {parent && (
          <>
            <To route={{ name: 'issue', key: parent.key }}>{parent.key}</To> /{' '}
          </>
        )}
        <span className="breadcrumbs-key">
          <IssueTypeIcon name={issuetype?.name ?? 'Request'} /> {issue.key}
        </span>
      </nav>
      <Heading size="large" as="h1">
        {summary}
      </Heading>
      <IssueToolbar issue={issue} />
    </header>
  );
}
