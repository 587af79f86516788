import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import { jiraAs } from '../api/jira';
import { Refused } from '../shared/Refused';
import { Face } from '../shared/Face';
import { useSite } from '../shared/site';
import { useAction } from '../shared/useAction';
import { noteComment } from '../guide/marks';

type Kind = 'reply' | 'note';
const words = { reply: 'Reply to customer', note: 'Add internal note' } as const;

/** Two doors, as in Jira: one to the customer, one to colleagues. */
export function CommentBox({ issueKey }: { readonly issueKey: string }) {
  const { person } = useSite();
  const [kind, setKind] = useState<Kind>();
  return (
    <div className="comment-box">
      <Face size="medium" name={person.name} />
      {kind ? (
        <Editor key={kind} kind={kind} issueKey={issueKey} close={() => setKind(undefined)} />
      ) : (
        <div className="comment-doors">
          <button type="button" className="comment-door" onClick={() => setKind('note')}>
            {words.note}
          </button>
          <span>/</span>
          <button type="button" className="comment-door" onClick={() => setKind('reply')}>
            {words.reply}
          </button>
        </div>
      )}
    </div>
  );
}

function Editor(parts: { readonly kind: Kind; readonly issueKey: string; readonly close: () => void }) {
  const { kind, issueKey, close } = parts;
  const { person } = useSite();
  const [text, setText] = useState('');
  const save = useAction(async () => {
    await jiraAs(person).comment(issueKey, text, kind === 'note');
    if (kind === 'reply') noteComment(text);
  });
  const submit = async () => {
    if (await save.run()) close();
  };
  return (
    <div className={kind === 'note' ? 'comment-editor comment-editor-note' : 'comment-editor'}>
      <TextArea
        aria-label={words[kind]}
        placeholder={words[kind]}
        autoFocus
        minimumRows={3}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Refused error={save.error} />
      <div className="buttons">
        <Button appearance="primary" isLoading={save.busy} isDisabled={!text.trim()} onClick={() => void submit()}>
          Save
        </Button>
        <Button appearance="subtle" onClick={close}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
