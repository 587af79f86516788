import type { ConversationEvent, EffectEnded, RequestStatus } from '../event';
import type { Moment } from '../moment';
import type { Thread } from '../thread';
import { onRequestStatus } from './requestStatus';
import { withStatusNoticed } from './statusNotice';

/**
 * We moved the request ourselves. What Jira tells of it, if it tells us at all (`ignoreSelf`), changes nothing more: the
 * conversation hears of the move by its result, like of anybody's.
 */
export function withOwnMove(before: Thread, thread: Thread, { event, moment }: Told): Thread {
  const change = ownChange(event);
  if (!change || thread === before) return thread;
  return withStatusNoticed(thread, onRequestStatus(thread, change, moment), { event: change, moment });
}

type Told = { readonly event: EffectEnded; readonly moment: Moment };

/** The change of status that the end of an effect tells. */
export function ownChange(event: ConversationEvent): RequestStatus | undefined {
  if (event.kind !== 'ended' || event.result.kind !== 'moved') return undefined;
  const { conversation, result } = event;
  const source = result.move.by ? 'user' : 'automation';
  return { kind: 'request-status', conversation, source, ...result.move };
}
