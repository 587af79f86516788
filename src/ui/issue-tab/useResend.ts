import { useRef, useState } from 'react';
import type { MessageView, SendView } from '../../contract/views';
import { ask } from '../shared/ask';
import { useCall, type Call } from '../shared/useCall';

/** Reasons that lie in the text or file itself: the same fails again. */
const IN_THE_TEXT: ReadonlySet<string> = new Set([
  'too-long',
  'too-many-parts',
  'empty',
  'cannot-carry-media',
  'sms-text-only',
  'media',
  'files-off',
  'too-many-files',
  'file-too-large',
  'file-gone',
]);

/** Only a person sends again, and only what may get through: of unknown outcome, or failed for another reason than itself. */
export function mayResend({ body, delivery }: MessageView): boolean {
  if ((body.kind !== 'text' && body.file?.state !== 'there') || !delivery) return false;
  if (delivery.status === 'unknown') return true;
  return delivery.status === 'failed' && !IN_THE_TEXT.has(delivery.reason ?? '');
}

/** A comment that says something else now than what the customer got. */
export const mayCorrect = ({ comment }: MessageView): boolean => isEdited(comment);

const isEdited = (comment: MessageView['comment']): boolean => comment?.change === 'edited';

export type Resend = {
  readonly call: Call;
  /** How it ended, where it was refused. */
  readonly refused?: SendView;
  readonly start: () => Promise<void>;
};

/** Sends it again, or where its comment was edited what that says now. The same message keeps its draft id until it is answered: pressed again after a lost answer, it goes out once. */
export function useResend({ key: message, comment }: MessageView, resent: () => Promise<void>): Resend {
  const call = useCall();
  const draft = useRef<string>();
  const [refused, setRefused] = useState<SendView>();
  const start = async (): Promise<void> => {
    draft.current ??= crypto.randomUUID();
    setRefused(undefined);
    const input = { draftId: draft.current, message };
    const answer = await call.run(isEdited(comment) ? ask('sendCorrection', input) : ask('resendMessage', input));
    if (answer.ok) draft.current = undefined;
    if (answer.ok && answer.output.status === 'failed') setRefused(answer.output);
    await resent();
  };
  return { call, start, ...(refused && { refused }) };
}
