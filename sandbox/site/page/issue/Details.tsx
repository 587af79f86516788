import Button from '@atlaskit/button/new';
import { useState, type ReactNode } from 'react';
import { jiraAs, type Issue, type User } from '../api/jira';
import { Refused } from '../shared/Refused';
import { Face } from '../shared/Face';
import { useSite } from '../shared/site';
import { dayAndTime } from '../shared/time';
import { useAction } from '../shared/useAction';
import { useLoaded } from '../shared/useLoaded';
import { Screen } from '../uikit/Screen';
import { StatusMenu } from './StatusMenu';
import { usePlace } from './usePlace';

export function Details({ issue }: { readonly issue: Issue }) {
  const { person } = useSite();
  const { value: request } = useLoaded(`request/${issue.key}/${person.email}`, () => jiraAs(person).request(issue.key));
  const [isPanelOpen, setPanelOpen] = useState(false);
  const togglePanel = () => setPanelOpen((open) => !open);
  const { reporter, created, updated, issuetype } = issue.fields;
  return (
    <aside className="details" aria-label="Details">
      <StatusMenu issue={issue} />
      <h2 className="section-title">Details</h2>
      <dl className="details-card">
        <Field label="Assignee">
          <Assignee issue={issue} />
        </Field>
        <Field label="Reporter">{reporter ? <Person user={reporter} /> : 'None'}</Field>
        <Field label="Request type">{request?.requestType?.name ?? issuetype?.name ?? 'None'}</Field>
        <Field label="OmniChat">
          <Button spacing="compact" isSelected={isPanelOpen} aria-expanded={isPanelOpen} onClick={togglePanel}>
            Open OmniChat
          </Button>
        </Field>
      </dl>
      {isPanelOpen && <ContextPanel issue={issue} />}
      <p className="details-times">
        Created {dayAndTime(created)}
        <br />
        Updated {dayAndTime(updated)}
      </p>
    </aside>
  );
}

/** `jira:issueContext`: Jira shows its screen in the side column once somebody opens it. */
const ContextPanel = ({ issue }: { readonly issue: Issue }) => (
  <div className="details-panel">
    <Screen entry="context-panel" place={usePlace('context-panel', issue)} />
  </div>
);

const Field = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className="details-field">
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

const Person = ({ user }: { readonly user: User }) => (
  <span className="details-person">
    <Face size="xxsmall" name={user.displayName} /> <span>{user.displayName}</span>
  </span>
);

function Assignee({ issue }: { readonly issue: Issue }) {
  const { person } = useSite();
  const assign = useAction(() => jiraAs(person).assign(issue.key, person.accountId));
  const { assignee } = issue.fields;
  return (
    <>
      {assignee ? <Person user={assignee} /> : 'Unassigned'}
      {assignee?.accountId !== person.accountId && (
        <button type="button" className="plain-link" disabled={assign.busy} onClick={() => void assign.run()}>
          Assign to me
        </button>
      )}
      <Refused error={assign.error} />
    </>
  );
}
