import type { DraftView } from '../contract/draft';
import { isEmptyDraft, stillUnsent } from '../domain/draft';
import type { AccountId } from '../domain/ids';
import type { Message } from '../domain/message';
import { loadDraft } from '../storage/drafts';
import { readMessages } from '../storage/threads';
import type { App } from './call';
import { messageView } from './messageView';
import type { OpenedConversation } from './openConversation';

type Asked = {
  readonly agent: AccountId;
  /** The newest messages: what was sent since is no draft any more. */
  readonly messages: readonly Message[];
};

/** What the agent had begun in this conversation when they left. */
export async function draftView(
  { ports }: App,
  { conversation: { id: conversation } }: OpenedConversation,
  { agent, messages }: Asked,
): Promise<DraftView | undefined> {
  const kept = await loadDraft(ports, { conversation, agent });
  if (!kept) return undefined;
  const { at: _, quotes, ...draft } = stillUnsent(kept, agent, messages);
  if (isEmptyDraft({ ...draft, ...(quotes && { quotes }) })) return undefined;
  const [quoted] = quotes ? await readMessages(ports.store, [quotes]) : [];
  const isHere = quoted?.conversation === conversation;
  return { ...draft, ...(isHere && { quoted: messageView(quoted, messages, ports.clock.now()) }) };
}
