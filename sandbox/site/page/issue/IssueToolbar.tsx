import Button from '@atlaskit/button/new';
import LinkIcon from '@atlaskit/icon/core/link';
import SubtaskIcon from '@atlaskit/icon/core/subtasks';
import Textfield from '@atlaskit/textfield';
import { useState, type FormEvent } from 'react';
import { jiraAs, type Issue } from '../api/jira';
import { Refused } from '../shared/Refused';
import { useSite } from '../shared/site';
import { useAction } from '../shared/useAction';

type Form = 'subtask' | 'link';

export function IssueToolbar({ issue }: { readonly issue: Issue }) {
  const [form, setForm] = useState<Form>();
  const toggle = (next: Form) => setForm(form === next ? undefined : next);
  return (
    <>
      <div className="issue-toolbar">
        <Button iconBefore={SubtaskIcon} onClick={() => toggle('subtask')} isSelected={form === 'subtask'}>
          Create subtask
        </Button>
        <Button iconBefore={LinkIcon} onClick={() => toggle('link')} isSelected={form === 'link'}>
          Link issue
        </Button>
      </div>
      {form && <OneField key={form} form={form} issue={issue} close={() => setForm(undefined)} />}
    </>
  );
}

const words = {
  subtask: { label: 'What needs to be done?', submit: 'Create' },
  link: { label: 'Key of the request it relates to', submit: 'Link' },
} as const;

function OneField(parts: { readonly form: Form; readonly issue: Issue; readonly close: () => void }) {
  const { form, issue, close } = parts;
  const { person } = useSite();
  const [text, setText] = useState('');
  const action = useAction(() =>
    form === 'subtask' ? jiraAs(person).createSubtask(issue, text) : jiraAs(person).link(issue.key, text.trim()),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await action.run()) close();
  };
  const { label, submit: verb } = words[form];
  return (
    <form className="one-field" onSubmit={(event) => void submit(event)}>
      <Textfield
        aria-label={label}
        placeholder={label}
        autoFocus
        value={text}
        onChange={(event) => setText((event.target as HTMLInputElement).value)}
      />
      <Button type="submit" appearance="primary" isLoading={action.busy} isDisabled={text.trim() === ''}>
        {verb}
      </Button>
      <Button appearance="subtle" onClick={close}>
        Cancel
      </Button>
      <Refused error={action.error} />
    </form>
  );
}
