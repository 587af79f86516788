import type { LaneName } from '../domain/effect';
import type { Head } from '../domain/head';
import type { ConversationId } from '../domain/ids';
import { doorbellDelay } from '../domain/rules/lanes';
import { conversationOf, type Thread } from '../domain/thread';
import { headRef } from '../storage/keys';
import type { App } from './call';

/** A thread before and after a turn. */
export type Change = { readonly before: Thread; readonly after: Thread };

/**
 * Tells performers and open screens what a turn changed. Neither may fail the turn: the sweep and polling find what they
 * miss. For the lanes in `performing` no doorbell rings: the caller performs them itself.
 */
export async function announce(app: App, change: Change, performing: readonly LaneName[] = []): Promise<void> {
  const { before, after } = change;
  const delay = (lanes: readonly LaneName[]) =>
    doorbellDelay(before.head, after.head, { now: app.ports.clock.now(), lanes, performing });
  const [delayMs, filesMs] = [delay(['phone', 'jira']), delay(['media'])];
  await Promise.all([
    delayMs === undefined ? undefined : ring(app, after.head, { delayMs }),
    filesMs === undefined ? undefined : ring(app, after.head, { delayMs: filesMs, files: true }),
    ...watched(change).map((id) => app.ports.live.publish(liveChannel(id))),
  ]);
}

/** Conversations that changed and that somebody may be looking at: without a request there is no tab to look at. */
function watched({ before, after }: Change): readonly ConversationId[] {
  const all = [...Object.values(after.head.active), ...Object.values(after.conversations)];
  const spoken = Object.values(after.messages).filter((one) => before.messages[one.key] !== one);
  const changed = new Set([
    ...all.filter((one) => conversationOf(before, one.id) !== one).map(({ id }) => id),
    ...spoken.map(({ conversation }) => conversation),
  ]);
  return all.filter(({ id, request }) => request && changed.has(id)).map(({ id }) => id);
}

type Ring = { readonly delayMs: number; readonly files?: true };

/** Wakes a performer. A refused doorbell needs nothing: the sweep finds the head. */
export async function ring({ ports }: App, head: Head, { delayMs, files }: Ring): Promise<void> {
  const { key } = headRef(head.project, head.contact);
  try {
    await ports.queue.push({ head: key, ...(files && { files }) }, Math.min(900, Math.ceil(delayMs / 1_000)));
  } catch {
    ports.log.warn('doorbell refused', { delayMs });
  }
}

/** Where screens hear that a conversation changed. Ids only. */
export const liveChannel = (conversation: string): string => `conversation-${conversation}`;
