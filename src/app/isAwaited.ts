import { headOf } from '../domain/ids';
import { conversationOf } from '../domain/thread';
import type { RequestView } from '../jira/requests';
import { loadThread, NOTHING } from '../storage/threads';
import type { App } from './call';

/**
 * Was this request raised for a conversation that does not know it yet, since the answer to its creation was lost? It tells what
 * that customer said. A clone may carry the mark of a conversation that has its request.
 */
export async function isAwaited({ ports }: App, { marker }: RequestView): Promise<boolean> {
  if (!marker) return false;
  const id = marker.conversation;
  const { thread } = await loadThread(ports.store, headOf(id), { ...NOTHING, conversations: [id] });
  const raisedFor = conversationOf(thread, id);
  return raisedFor !== undefined && raisedFor.request === undefined;
}
