import Spinner from '@atlaskit/spinner';
import { useEffect, useState } from 'react';
import { jiraAs, type Issue } from '../api/jira';
import { noteOpened } from '../guide/marks';
import { Refused } from '../shared/Refused';
import { useSite } from '../shared/site';
import { useLoaded } from '../shared/useLoaded';
import { Screen } from '../uikit/Screen';
import { Activity } from './Activity';
import { Details } from './Details';
import { IssueHeader } from './IssueHeader';
import { LinkedIssues } from './LinkedIssues';
import { RaisedBy } from './RaisedBy';
import { usePlace } from './usePlace';

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
  const [isPanelOpen, openPanel] = useState(false);
  return (
    <article className="issue" data-testid="issue-view">
      <div className="issue-main">
        <Refused error={error} />
        <IssueHeader issue={issue} />
        <RaisedBy issue={issue} />
        <LinkedIssues issue={issue} />
        {isPanelOpen && <Panel issue={issue} close={() => openPanel(false)} />}
        <Activity issue={issue} />
      </div>
      <Details issue={issue} openPanel={() => openPanel(true)} />
    </article>
  );
}

/** The issue panel: Jira shows it when somebody asks for it. */
function Panel({ issue, close }: { readonly issue: Issue; readonly close: () => void }) {
  const place = usePlace('issue-panel', issue);
  return (
    <section className="panel">
      <header className="panel-header">
        <h2 className="section-title">OmniChat</h2>
        <button type="button" className="plain-link" onClick={close}>
          Hide
        </button>
      </header>
      <Screen entry="issue-tab" place={place} />
    </section>
  );
}
