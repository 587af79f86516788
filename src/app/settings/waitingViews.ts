import type { WaitingView } from '../../contract/views';
import { headOf, messageKey, type ConversationId, type ProjectId } from '../../domain/ids';
import { isWaiting } from '../../domain/rules/triage';
import { messageText } from '../../domain/text/messageText';
import { conversationOf } from '../../domain/thread';
import { loadThread, NOTHING } from '../../storage/threads';
import { listWaiting } from '../../storage/triage';
import type { App } from '../call';
import { addressName } from '../texts';

/** Conversations that wait for somebody to say whether they become requests (X19), the oldest first. */
export async function waitingViews(app: App, project: ProjectId): Promise<readonly WaitingView[]> {
  const listed = await listWaiting(app.ports.store, project);
  const views = await Promise.all(listed.map((id) => waitingView(app, id)));
  return views.flatMap((view) => view ?? []);
}

/** Undefined for one that waits no more: the list may lag behind. */
async function waitingView({ ports }: App, id: ConversationId): Promise<WaitingView | undefined> {
  const first = messageKey(id, 1);
  const { thread } = await loadThread(ports.store, headOf(id), { ...NOTHING, conversations: [id], messages: [first] });
  const conversation = conversationOf(thread, id);
  const message = thread.messages[first];
  if (!conversation || !message || !isWaiting(conversation)) return undefined;
  const { name } = thread.contact;
  return {
    conversation: id,
    ...(name !== undefined && { name }),
    address: addressName(conversation.route.address, undefined),
    channel: conversation.route.channel,
    text: messageText(message.content),
    messages: conversation.messages,
    at: new Date(conversation.openedAt).toISOString(),
  };
}
