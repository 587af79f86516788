import Button from '@atlaskit/button/new';
import LinkIcon from '@atlaskit/icon/core/link';
import SubtaskIcon from '@atlaskit/icon/core/subtasks';
import { useState } from 'react';
import type { Issue } from '../api/jira';
import { IssueForm } from './IssueForm';
import type { FormName } from './issueForms';
import { MoreMenu } from './MoreMenu';

export function IssueToolbar({ issue }: { readonly issue: Issue }) {
  const [form, setForm] = useState<FormName>();
  const toggle = (next: FormName) => setForm(form === next ? undefined : next);
  return (
    <>
      <div className="issue-toolbar">
        <Button iconBefore={SubtaskIcon} onClick={() => toggle('subtask')} isSelected={form === 'subtask'}>
          Create subtask
        </Button>
        <Button iconBefore={LinkIcon} onClick={() => toggle('link')} isSelected={form === 'link'}>
          Link issue
        </Button>
        <MoreMenu issue={issue} open={setForm} />
      </div>
      {form && <IssueForm key={`${form}-${issue.key}`} name={form} issue={issue} close={() => setForm(undefined)} />}
    </>
  );
}
