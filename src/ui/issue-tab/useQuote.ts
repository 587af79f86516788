import { useState } from 'react';
import type { MessageView } from '../../contract/views';
import type { Way } from './ways';

export type Quote = {
  /** The message that the answer replies to. */
  readonly message?: MessageView;
  readonly isDeleted: boolean;
  readonly choose: (message: MessageView) => void;
  readonly clear: () => void;
};

/** The message an agent chose to reply to, with what became of it since. */
export function useQuote(messages: readonly MessageView[], begun: MessageView | undefined): Quote {
  const [chosen, choose] = useState(begun);
  const message = messages.find(({ key }) => key === chosen?.key) ?? chosen;
  const isDeleted = messages.some(({ about, body }) => body.kind === 'deletion' && about === chosen?.key);
  return { isDeleted, choose, clear: () => choose(undefined), ...(message && { message }) };
}

/** Whether an answer that goes this way can show which message it replies to. */
export const mayQuote = ({ channel, quotableFrom }: MessageView, way: Way): boolean =>
  way.quotes === true && way.channel === channel && way.number === quotableFrom;

/** The key that goes with the answer; undefined where nothing is quoted, or the customer would not see it. */
export const quotedKey = ({ message, isDeleted }: Quote, way: Way): string | undefined =>
  message && !isDeleted && mayQuote(message, way) ? message.key : undefined;
