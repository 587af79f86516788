import { useRef, useState } from 'react';
import type { MessageView, SendView } from '../../contract/views';
import { ask } from '../shared/ask';
import { useCall, type Call } from '../shared/useCall';

/** Reasons that lie in the text itself: the same text fails again. */
const IN_THE_TEXT: ReadonlySet<string> = new Set([
  'too-long',
  'too-many-parts',
  'empty',
  'cannot-carry-media',
  'media',
]);

/** Only a person sends again, and only a text that may get through: of unknown outcome, or failed for another reason than itself. */
export function mayResend({ body, delivery }: MessageView): boolean {
  if (body.kind !== 'text' || !delivery) return false;
  if (delivery.status === 'unknown') return true;
  return delivery.status === 'failed' && !IN_THE_TEXT.has(delivery.reason ?? '');
}

export type Resend = {
  readonly call: Call;
  /** How it ended, where it was refused. */
  readonly refused?: SendView;
  readonly start: () => Promise<void>;
};

/** The same message keeps its draft id until it is answered: pressed again after a lost answer, it goes out once. */
export function useResend(message: string, resent: () => Promise<void>): Resend {
  const call = useCall();
  const draft = useRef<string>();
  const [refused, setRefused] = useState<SendView>();
  const start = async (): Promise<void> => {
    draft.current ??= crypto.randomUUID();
    setRefused(undefined);
    const answer = await call.run(ask('resendMessage', { draftId: draft.current, message }));
    if (answer.ok) draft.current = undefined;
    if (answer.ok && answer.output.status === 'failed') setRefused(answer.output);
    await resent();
  };
  return { call, start, ...(refused && { refused }) };
}
