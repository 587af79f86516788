import { useRef, useState } from 'react';
import type { Answer } from '../../contract/calls';
import type { SendView } from '../../contract/views';
import { ask } from '../shared/ask';
import { useCall, type Call } from '../shared/useCall';
import type { TemplateInput } from './templateInput';
import type { PickedFiles } from './usePickedFiles';
import type { Way } from './ways';

export type TemplateSend = {
  readonly sending: Call;
  /** How the latest send ended, where it did not simply go out. */
  readonly outcome?: SendView;
  readonly run: (wish: Wish, file: PickedFiles | undefined) => Promise<void>;
  /** What was filled in is another message now. */
  readonly changed: () => void;
};
type Wish = { readonly template: string; readonly language: string; readonly values: TemplateInput };

/** The same values keep their draft id until they are answered: a repeated *Send* goes out once. */
export function useTemplateSend(way: Way, sent: () => Promise<void>): TemplateSend {
  const [outcome, setOutcome] = useState<SendView>();
  const sending = useCall();
  const attempt = useRef<{ readonly id: string; readonly key: string }>();
  const run = async (filled: Wish, file: PickedFiles | undefined): Promise<void> => {
    const wish = { ...filled, ...(way.chosen && { way: way.chosen }) };
    const key = JSON.stringify([wish, file?.list.map(({ name, size }) => [name, size])]);
    if (attempt.current?.key !== key) attempt.current = { id: crypto.randomUUID(), key };
    setOutcome(undefined);
    const answer = await sending.run(uploadAndAsk({ draftId: attempt.current.id, ...wish }, file));
    if (!answer.ok) return;
    attempt.current = undefined;
    if (answer.output.status === 'failed') setOutcome(answer.output);
    else await sent();
  };
  const changed = (): void => {
    setOutcome(undefined);
    sending.clear();
  };
  return { sending, run, changed, ...(outcome && { outcome }) };
}

type Input = Parameters<typeof ask<'sendTemplate'>>[1];

/** The file first, so that the template is sent only once it is on the request. */
async function uploadAndAsk(input: Input, file: PickedFiles | undefined): Promise<Answer<SendView>> {
  if (!file) return ask('sendTemplate', input);
  const [id] = (await file.upload()) ?? [];
  if (id === undefined) return { ok: false, error: { code: 'file-refused', message: 'Jira did not take a file' } };
  return ask('sendTemplate', { ...input, file: { id } });
}
