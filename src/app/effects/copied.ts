import { messageText } from '../../domain/text/messageText';
import type { FileParagraph, Said } from '../../domain/text/timeLine';
import { messageKey } from '../../domain/ids';
import { mediaIn } from '../../domain/content';
import type { Conversation } from '../../domain/conversation';
import type { InboundMessage, Message } from '../../domain/message';
import { readMessages } from '../../storage/threads';
import type { App } from '../call';

/** Messages read at a time: one strong batch. */
const PAGE = 25;

/** The messages after a sequence, oldest first, at most 25. */
export function messagesAfter(
  { ports }: App,
  conversation: Conversation,
  sequence: number,
): Promise<readonly Message[]> {
  const count = Math.max(0, Math.min(PAGE, conversation.messages - sequence));
  return readMessages(
    ports.store,
    Array.from({ length: count }, (_, index) => messageKey(conversation.id, sequence + 1 + index)),
  );
}

/** Does Jira show this message? Reactions are told in the tab only, a portal comment is there already; a message that went on to another conversation is shown there. */
export const isCopied = (message: Message): message is InboundMessage =>
  message.direction === 'inbound' &&
  message.via !== 'portal' &&
  message.content.kind !== 'reaction' &&
  message.movedTo === undefined;

export function saidIn(message: Message): Said {
  const file = fileIn(message);
  const shortened = isShortened(message) && ({ isShortened: true } as const);
  return { text: messageText(message.content), at: message.at, ...(file && { file }), ...shortened };
}

/** Did more come than OmniChat kept? */
const isShortened = (message: Message): boolean =>
  (message.direction === 'inbound' && message.fullLength !== undefined) || 'more' in message.content;

/** The file of a message, where documents can show it. */
export function fileIn({ content }: Message): FileParagraph | undefined {
  const file = mediaIn(content)?.file;
  if (!file?.mediaId) return undefined;
  return { kind: 'file', text: file.name, mediaId: file.mediaId, isPicture: file.mimeType.startsWith('image/') };
}
