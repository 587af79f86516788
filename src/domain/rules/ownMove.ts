import type { ConversationEvent, EffectEnded, RequestStatus } from '../event';
import type { Moment } from '../moment';
import { conversationOf, type Thread } from '../thread';
import { closes } from './close';
import { onRequestStatus } from './requestStatus';
import { withStatusNoticed } from './statusNotice';

/**
 * We moved the request ourselves, of which Jira may not tell us (`ignoreSelf`): the result of the move says it. Entering a status
 * that closes counts like anybody's move; customers are told of the close's own, for what a rule does beside a message is no news.
 */
export function withOwnMove(before: Thread, thread: Thread, { event, moment }: Told): Thread {
  const change = ownChange(event);
  if (!change || thread === before) return thread;
  if (conversationOf(before, change.conversation)?.closed)
    return withStatusNoticed(thread, onRequestStatus(thread, change, moment), { event: change, moment });
  return closes(moment.settings, change.status) ? onRequestStatus(thread, change, moment) : thread;
}

type Told = { readonly event: EffectEnded; readonly moment: Moment };

/** The change of status that the end of an effect tells. */
export function ownChange(event: ConversationEvent): RequestStatus | undefined {
  if (event.kind !== 'ended' || event.result.kind !== 'moved') return undefined;
  const { conversation, result } = event;
  const source = result.move.by ? 'user' : 'automation';
  return { kind: 'request-status', conversation, source, ...result.move };
}
