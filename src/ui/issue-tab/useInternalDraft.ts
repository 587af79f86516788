import { useRef, useState } from 'react';
import { ask } from '../shared/ask';
import { useCall, type Call } from '../shared/useCall';

export type InternalDraft = {
  readonly text: string;
  readonly write: (text: string) => void;
  /** Changes when the text area is to be drawn anew: then it starts from `text`. */
  readonly edition: number;
  readonly adding: Call;
  readonly add: () => Promise<void>;
};

/** What the agent writes to the team. The same text keeps its draft id until it is answered, so it is one comment. */
export function useInternalDraft(begun: string, added: () => Promise<void>): InternalDraft {
  const [text, setText] = useState(begun);
  const [edition, setEdition] = useState(0);
  const adding = useCall();
  const attempt = useRef<{ readonly id: string; readonly text: string }>();
  const add = async (): Promise<void> => {
    if (attempt.current?.text !== text) attempt.current = { id: crypto.randomUUID(), text };
    const answer = await adding.run(ask('addInternalMessage', { draftId: attempt.current.id, text }));
    if (!answer.ok) return;
    attempt.current = undefined;
    setText('');
    setEdition((before) => before + 1);
    await added();
  };
  const write = (written: string): void => {
    setText(written);
    adding.clear();
  };
  return { text, write, edition, adding, add };
}
