import type { Conversation } from '../domain/conversation';
import { headOf, type ConversationId } from '../domain/ids';
import { rulesFor, type ProjectSettings } from '../domain/settings';
import { conversationOf, type Thread } from '../domain/thread';
import { conversationOfRequest, loadThread, NOTHING, type HeadKey } from '../storage/threads';
import type { App, CallContext } from './call';

/** A conversation with the thread it stands in. */
export type OpenedConversation = {
  readonly key: HeadKey;
  readonly thread: Thread;
  readonly conversation: Conversation;
  /** The rules that hold for the conversation's business number. */
  readonly settings: ProjectSettings;
};

/** The conversation of the request a call comes from. Undefined when the request has none. */
export async function conversationHere(app: App, { issueId }: CallContext): Promise<OpenedConversation | undefined> {
  const id = issueId && (await conversationOfRequest(app.ports, issueId));
  return id ? conversationById(app, id) : undefined;
}

/** @throws when a request points to a conversation that does not exist. */
export async function conversationById(app: App, id: ConversationId): Promise<OpenedConversation> {
  const key = headOf(id);
  const { thread, settings } = await loadThread(app.ports.store, key, { ...NOTHING, conversations: [id] });
  const conversation = conversationOf(thread, id);
  if (!conversation) throw new Error(`conversation ${id} has no record`);
  return { key, thread, conversation, settings: rulesFor(settings, conversation.route.number) };
}
