import type { MessageView } from '../contract/messageViews';
import type { ConversationId } from '../domain/ids';
import { parseMessageKey } from '../domain/ids';
import type { Message } from '../domain/message';
import { conversationOf, type Thread } from '../domain/thread';
import { loadMore } from '../storage/threads';
import type { App } from './call';

export type Destination = (message: Message) => Pick<MessageView, 'movedTo'>;

/** Which request a message of the page went on to. One batch at most, and none where nothing went anywhere. */
export async function destinations(app: App, thread: Thread, messages: readonly Message[]): Promise<Destination> {
  const ids = new Set(messages.flatMap((message) => conversationMovedTo(message) ?? []));
  const unknown = [...ids].filter((id) => !conversationOf(thread, id));
  const found =
    unknown.length === 0 ? thread : await loadMore(app.ports.store, thread, { conversations: unknown, messages: [] });
  return (message) => {
    const id = conversationMovedTo(message);
    const issueKey = id && conversationOf(found, id)?.request?.issueKey;
    return id ? { movedTo: { ...(issueKey && { issueKey }) } } : {};
  };
}

const conversationMovedTo = (message: Message): ConversationId | undefined =>
  message.direction === 'inbound' && message.movedTo ? parseMessageKey(message.movedTo)?.conversation : undefined;
