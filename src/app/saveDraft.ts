import { isEmptyDraft } from '../domain/draft';
import { parseMessageKey } from '../domain/ids';
import { ok } from '../domain/result';
import { dropDraft, saveDraft as store } from '../storage/drafts';
import { conversationOfRequest } from '../storage/threads';
import { refuse, type Run } from './call';

/** Keeps what an agent has begun to write, for them alone; an empty draft is none. Two round trips, none to the thread. */
export const saveDraft: Run<'saveDraft'> = async ({ ports }, { issueId, accountId: agent }, { quotes, ...draft }) => {
  const conversation = issueId && (await conversationOfRequest(ports, issueId));
  if (!conversation) return refuse('no-conversation');
  const quoted = quotes === undefined ? undefined : parseMessageKey(quotes)?.key;
  const written = { ...draft, ...(quoted && { quotes: quoted }) };
  if (isEmptyDraft(written)) await dropDraft(ports, { conversation, agent });
  else await store(ports, { conversation, agent }, { ...written, at: ports.clock.now() });
  return ok({});
};
