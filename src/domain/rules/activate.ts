import { tallyOf, type Conversation } from '../conversation';
import type { Moment } from '../moment';
import { routeNow } from '../routeNow';
import { activeFor, slotOf } from '../slot';
import { withConversation, type Thread } from '../thread';
import { withCopying, withSync, type Scene } from './append';
import { withSilence } from './silence';

/** The conversation that is active where this one would be. */
export function rivalOf({ head }: Thread, conversation: Conversation, { settings }: Moment): Conversation | undefined {
  const rival = activeFor(head, settings.scope, conversation.route);
  return rival?.id === conversation.id ? undefined : rival;
}

/** Makes a closed or paused conversation active again, in the slot it has by the rules of today. That must be free: see `rivalOf`. */
export function activate({ thread, conversation }: Scene, moment: Moment): Scene {
  const { closed } = conversation;
  const open = closed ? inNewEpisode(conversation) : conversation;
  const slot = slotOf(moment.settings.scope, conversation.route);
  const route = routeNow(thread.contact, conversation.route);
  const again = closed && reopened(conversation, moment.now);
  const active: Conversation = { ...open, slot, route, state: 'active', ...again };
  const known = withSilence(
    { thread: withConversation(unlisted(thread, active), active), conversation: active },
    moment,
  );
  return { thread: withSync(withCopying(known, active, moment.now), active, moment.now), conversation: active };
}

/** From now on: what Jira still tells of the old Done is older than this and closes nothing any more. */
function reopened(conversation: Conversation, now: number): Pick<Conversation, 'openAt' | 'tally'> {
  const tally = tallyOf(conversation);
  return { openAt: now, tally: { ...tally, reopened: tally.reopened + 1 } };
}

/** What was told of the request's status, or was about to be, belongs to the episode that ended. */
function inNewEpisode({ closed: _c, told: _t, toTell: _n, ...open }: Conversation): Conversation {
  return open;
}

/** No longer one that closed last, nor a paused one. */
function unlisted(thread: Thread, { id }: Conversation): Thread {
  const closed = Object.entries(thread.head.closed).filter(([, last]) => last.id !== id);
  const parked = thread.head.parked.filter((one) => one !== id);
  return { ...thread, head: { ...thread.head, closed: Object.fromEntries(closed), parked } };
}
