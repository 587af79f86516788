import { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import MoreIcon from '@atlaskit/icon/core/show-more-horizontal';
import type { Issue } from '../api/jira';
import { sandbox } from '../api/sandbox';
import { Refused } from '../shared/Refused';
import { go } from '../shared/route';
import { useSite } from '../shared/site';
import { useAction } from '../shared/useAction';
import type { FormName } from './issueForms';

type Props = { readonly issue: Issue; readonly open: (form: FormName) => void };

/** What Jira has below its three dots. */
export function MoreMenu({ issue, open }: Props) {
  const { person } = useSite();
  const clone = useAction(async () => {
    const { issueKey } = await sandbox.backstage({ do: 'clone', as: person.email, issueKey: issue.key });
    go({ name: 'issue', key: issueKey });
  });
  return (
    <>
      <DropdownMenu<HTMLButtonElement>
        trigger={({ triggerRef, ...trigger }) => (
          <IconButton {...trigger} ref={triggerRef} icon={MoreIcon} label="More actions" />
        )}
      >
        <DropdownItemGroup>
          <DropdownItem onClick={() => void clone.run()}>Clone</DropdownItem>
          <DropdownItem onClick={() => open('move')}>Move</DropdownItem>
          <DropdownItem onClick={() => open('merge')}>Merge</DropdownItem>
          <DropdownItem onClick={() => open('delete')}>Delete</DropdownItem>
        </DropdownItemGroup>
      </DropdownMenu>
      <Refused error={clone.error} />
    </>
  );
}
