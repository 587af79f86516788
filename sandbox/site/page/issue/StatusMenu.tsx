import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import CheckMarkIcon from '@atlaskit/icon/core/check-mark';
import { useState } from 'react';
import { jiraAs, type Issue, type Transition } from '../api/jira';
import { Refused } from '../shared/Refused';
import { useSite } from '../shared/site';
import { StatusLozenge } from '../shared/StatusLozenge';
import { useAction } from '../shared/useAction';
import { useLoaded } from '../shared/useLoaded';
import { noteDone } from '../guide/marks';
import { ResolveDialog } from './ResolveDialog';

/** The status and where it may go. A transition to Done asks for a resolution first, as a service project's does. */
export function StatusMenu({ issue }: { readonly issue: Issue }) {
  const { person } = useSite();
  const jira = jiraAs(person);
  const [resolving, setResolving] = useState<Transition>();
  const { value } = useLoaded(`transitions/${issue.key}/${person.email}/${issue.fields.status.name}`, () =>
    jira.transitions(issue.key),
  );
  const move = useAction(async (transition: Transition, screen: { resolution?: string; comment?: string } = {}) => {
    await jira.move(issue.key, transition.id, screen);
    if (isDone(transition)) noteDone();
  });
  const choose = (transition: Transition) =>
    asksForResolution(transition) ? setResolving(transition) : void move.run(transition);
  return (
    <div className="status-menu">
      <DropdownMenu trigger={issue.fields.status.name} testId="status-menu" isLoading={!value}>
        <DropdownItemGroup>
          {value?.transitions.map((transition) => (
            <DropdownItem
              key={transition.id}
              elemAfter={<StatusLozenge status={transition.to} />}
              onClick={() => choose(transition)}
            >
              {transition.name}
            </DropdownItem>
          ))}
        </DropdownItemGroup>
      </DropdownMenu>
      {issue.fields.resolution && (
        <span className="resolution">
          <CheckMarkIcon label="" size="small" color="currentColor" /> {issue.fields.resolution.name}
        </span>
      )}
      <Refused error={resolving ? undefined : move.error} />
      <ResolveDialog
        transition={resolving}
        error={move.error}
        busy={move.busy}
        close={() => setResolving(undefined)}
        resolve={async (transition, screen) => {
          if (await move.run(transition, screen)) setResolving(undefined);
        }}
      />
    </div>
  );
}

const isDone = (transition: Transition) => transition.to.statusCategory.key === 'done';
const asksForResolution = (transition: Transition) => isDone(transition) && transition.hasScreen === true;
