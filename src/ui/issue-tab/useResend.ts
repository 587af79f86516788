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

/** What a press can send of a message: each is a call of that name. */
export type Sending = 'sendCorrection' | 'sendAddedFiles' | 'resendMessage';

/** A comment that says something else now than what the customer got is told, and so is a file more that it shows; else the message itself. */
export function sendingsOf(message: MessageView): readonly Sending[] {
  const { change, isFileAdded } = message.comment ?? {};
  const told: readonly Sending[] = [
    ...(change === 'edited' ? (['sendCorrection'] as const) : []),
    ...(change === 'file-added' || isFileAdded ? (['sendAddedFiles'] as const) : []),
  ];
  if (told.length > 0) return told;
  return mayResend(message) ? ['resendMessage'] : [];
}

export type Resend = {
  readonly call: Call;
  /** What was pressed last. */
  readonly sending?: Sending;
  /** How it ended, where it was refused. */
  readonly refused?: SendView;
  readonly start: (sending: Sending) => Promise<void>;
};

/**
 * Sends it again, or where its comment changed what that says or shows now. The same message keeps its draft id until it is
 * answered: pressed again after a lost answer, it goes out once.
 */
export function useResend(message: MessageView, resent: () => Promise<void>): Resend {
  const call = useCall();
  const drafts = useRef(new Map<Sending, string>());
  const [sending, setSending] = useState<Sending>();
  const [refused, setRefused] = useState<SendView>();
  const start = async (wanted: Sending): Promise<void> => {
    const draftId = drafts.current.get(wanted) ?? crypto.randomUUID();
    drafts.current.set(wanted, draftId);
    setSending(wanted);
    setRefused(undefined);
    const answer = await call.run(ask(wanted, { draftId, message: message.key }));
    if (answer.ok) drafts.current.delete(wanted);
    if (answer.ok && answer.output.status === 'failed') setRefused(answer.output);
    await resent();
  };
  return { call, start, ...(sending && { sending }), ...(refused && { refused }) };
}
