import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState, type FormEvent } from 'react';
import type { Issue } from '../api/jira';
import { Refused } from '../shared/Refused';
import { go } from '../shared/route';
import { useSite } from '../shared/site';
import { useAction } from '../shared/useAction';
import { FORMS, type FormName } from './issueForms';

type Props = { readonly name: FormName; readonly issue: Issue; readonly close: () => void };

/** The one field, or the question, that stands below the toolbar until it is answered. */
export function IssueForm({ name, issue, close }: Props) {
  const { person } = useSite();
  const { label, question, submit: verb, run, then } = FORMS[name];
  const [text, setText] = useState('');
  const action = useAction(async () => leave(await run(person, issue, text), then));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await action.run()) close();
  };
  return (
    <form className="one-field" onSubmit={(event) => void submit(event)}>
      {question !== undefined && <span>{question}</span>}
      {label !== undefined && (
        <Textfield
          aria-label={label}
          placeholder={label}
          autoFocus
          value={text}
          onChange={(event) => setText((event.target as HTMLInputElement).value)}
        />
      )}
      <Button
        type="submit"
        appearance={name === 'delete' ? 'danger' : 'primary'}
        isLoading={action.busy}
        isDisabled={label !== undefined && text.trim() === ''}
      >
        {verb}
      </Button>
      <Button appearance="subtle" onClick={close}>
        Cancel
      </Button>
      <Refused error={action.error} />
    </form>
  );
}

function leave(answer: unknown, then: (typeof FORMS)[FormName]['then']): void {
  if (then === 'queue') go({ name: 'queue' });
  if (then === 'answer') go({ name: 'issue', key: (answer as { issueKey: string }).issueKey });
}
