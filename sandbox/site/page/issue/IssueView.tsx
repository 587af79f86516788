import Spinner from '@atlaskit/spinner';
import { useEffect } from 'react';
import { jiraAs, type Issue } from '../api/jira';
import { noteOpened } from '../guide/marks';
import { Refused } from '../shared/Refused';
import { useSite } from '../shared/site';
import { useLoaded } from '../shared/useLoaded';
import { Activity } from './Activity';
import { Details } from './Details';
import { IssueHeader } from './IssueHeader';
import { LinkedIssues } from './LinkedIssues';
import { RaisedBy } from './RaisedBy';

export function IssueView({ issueKey }: { readonly issueKey: string }) {
  const { person } = useSite();
  const { value, error } = useLoaded(`issue/${issueKey}/${person.email}`, () => jiraAs(person).issue(issueKey));
  useEffect(noteOpened, [issueKey]);
  if (!value) {
    return (
      <div className="page">
        <Refused error={error} />
        {error === undefined && <Spinner label={`Loading ${issueKey}`} />}
      </div>
    );
  }
  return <Loaded issue={value} error={error} />;
}

function Loaded({ issue, error }: { readonly issue: Issue; readonly error: string | undefined }) {
  return (
    <article className="issue" data-testid="issue-view">
      <div className="issue-main">
        <Refused error={error} />
        <IssueHeader issue={issue} />
        <RaisedBy issue={issue} />
        <LinkedIssues issue={issue} />
        <Activity issue={issue} />
      </div>
      <Details issue={issue} />
    </article>
  );
}
