import type { AccountId, MessageKey } from './ids';
import type { Message } from './message';

/** What an agent has begun in the composer of a conversation and not sent. */
export type Draft = {
  /** Epoch milliseconds. */
  readonly at: number;
  /** What the text would be sent as: sent again after a lost answer it is one message. */
  readonly draftId: string;
  readonly text: string;
  readonly quotes?: MessageKey;
  readonly internal: string;
  readonly template?: {
    readonly template: string;
    readonly language: string;
    readonly typed: Readonly<Record<string, string>>;
  };
};

/**
 * The draft without what was sent since. A call that sends and dies, or a tab closed right after *Send*, leaves behind what was
 * stored while the agent typed: the message that began with it tells.
 */
export function stillUnsent(draft: Draft, agent: AccountId, messages: readonly Message[]): Draft {
  const sent = messages.filter((message) => isAnswerSince(message, agent, draft.at)).map(({ content }) => content);
  const isTextSent = sent.some((content) => saidIn(content).startsWith(draft.text.trim()) && saidIn(content) !== '');
  const isTemplateSent = sent.some(
    (content) => content.kind === 'template' && content.template.id === draft.template?.template,
  );
  const { template, quotes, ...rest } = draft;
  return {
    ...rest,
    ...(isTextSent && { text: '' }),
    ...(quotes && !isTextSent && { quotes }),
    ...(template && !isTemplateSent && { template }),
  };
}

export const isEmptyDraft = ({ text, quotes, internal, template }: Omit<Draft, 'at' | 'draftId'>): boolean =>
  text.trim() === '' && internal.trim() === '' && !quotes && !template;

function isAnswerSince(message: Message, agent: AccountId, since: number): boolean {
  if (message.direction !== 'outbound' || message.via !== 'tab' || message.receivedAt < since) return false;
  const isOwn = message.author.kind === 'agent' && message.author.accountId === agent;
  return isOwn && message.delivery.status !== 'failed';
}

function saidIn(content: Message['content']): string {
  if (content.kind === 'media') return (content.caption ?? '').trim();
  return content.kind === 'text' ? content.text.trim() : '';
}
