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

/** A comment says something else now than what the customer got, or shows a file more. */
export const mayCorrect = ({ comment }: MessageView): boolean => comment?.change === 'edited';
export const mayAddFiles = ({ comment }: MessageView): boolean => comment?.change === 'file-added';

const callFor = (message: MessageView): 'sendCorrection' | 'sendAddedFiles' | 'resendMessage' => {
  if (mayCorrect(message)) return 'sendCorrection';
  return mayAddFiles(message) ? 'sendAddedFiles' : 'resendMessage';
};

export type Resend = {
  readonly call: Call;
  /** How it ended, where it was refused. */
  readonly refused?: SendView;
  readonly start: () => Promise<void>;
};

/**
 * Sends it again, or where its comment changed what that says or shows now. The same message keeps its draft id until it is
 * answered: pressed again after a lost answer, it goes out once.
 */
export function useResend(message: MessageView, resent: () => Promise<void>): Resend {
  const call = useCall();
  const draft = useRef<string>();
  const [refused, setRefused] = useState<SendView>();
  const start = async (): Promise<void> => {
    draft.current ??= crypto.randomUUID();
    setRefused(undefined);
    const answer = await call.run(ask(callFor(message), { draftId: draft.current, message: message.key }));
    if (answer.ok) draft.current = undefined;
    if (answer.ok && answer.output.status === 'failed') setRefused(answer.output);
    await resent();
  };
  return { call, start, ...(refused && { refused }) };
}
