import Heading from '@atlaskit/heading';
import Spinner from '@atlaskit/spinner';
import { jiraAs, type Issue } from '../api/jira';
import { Refused } from '../shared/Refused';
import { To } from '../shared/route';
import { useSite } from '../shared/site';
import { StatusLozenge } from '../shared/StatusLozenge';
import { agoOf, fullTime } from '../shared/time';
import { useLoaded } from '../shared/useLoaded';
import { IssueTypeIcon } from '../issue/IssueTypeIcon';

export function Queue() {
  const { project, person } = useSite();
  const { value, error } = useLoaded(`queue/${person.email}`, () => jiraAs(person).queue(project.key));
  return (
    <div className="page">
      <Heading size="large" as="h1">
        All open
      </Heading>
      <Refused error={error} />
      {!value && error === undefined && <Spinner label="Loading the queue" />}
      {value?.issues.length === 0 && <p className="quiet">No open requests. Write something on a phone.</p>}
      {value && value.issues.length > 0 && <Rows issues={value.issues} />}
    </div>
  );
}

const Rows = ({ issues }: { readonly issues: readonly Issue[] }) => (
  <table className="queue">
    <thead>
      <tr>
        <th scope="col">T</th>
        <th scope="col">Key</th>
        <th scope="col">Summary</th>
        <th scope="col">Reporter</th>
        <th scope="col">Status</th>
        <th scope="col">Created</th>
      </tr>
    </thead>
    <tbody>
      {issues.map((issue) => (
        <Row key={issue.key} issue={issue} />
      ))}
    </tbody>
  </table>
);

function Row({ issue }: { readonly issue: Issue }) {
  const { state } = useSite();
  const { summary, reporter, status, created, issuetype } = issue.fields;
  return (
    <tr>
      <td>
        <IssueTypeIcon name={issuetype?.name ?? 'Request'} />
      </td>
      <td>
        <To route={{ name: 'issue', key: issue.key }} className="queue-key">
          {issue.key}
        </To>
      </td>
      <td className="queue-summary">
        <To route={{ name: 'issue', key: issue.key }}>{summary}</To>
      </td>
      <td>{reporter?.displayName}</td>
      <td>
        <StatusLozenge status={status} />
      </td>
      <td title={fullTime(created)}>{agoOf(created, state.now)}</td>
    </tr>
  );
}
