import Spinner from '@atlaskit/spinner';
import { useEffect } from 'react';
import { jiraAs, type Issue } from '../api/jira';
import { noteShown } from '../guide/marks';
import { FilesContext } from '../shared/Adf';
import { GuardedFile } from '../shared/File';
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
  const { person } = useSite();
  const { updated } = issue.fields;
  useEffect(() => noteShown(updated), [updated]);
  const drawFile = (name: string) => {
    const file = issue.fields.attachment?.find((one) => one.filename === name);
    return file ? <GuardedFile of={file} load={() => jiraAs(person).file(file)} /> : <em>{name}</em>;
  };
  return (
    <article className="issue" data-testid="issue-view">
      <FilesContext.Provider value={drawFile}>
        <div className="issue-main">
          <Refused error={error} />
          <IssueHeader issue={issue} />
          <RaisedBy issue={issue} />
          <LinkedIssues issue={issue} />
          <Activity issue={issue} />
        </div>
      </FilesContext.Provider>
      <Details issue={issue} />
    </article>
  );
}
