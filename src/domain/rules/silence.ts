import type { ConversationId } from '../ids';
import type { Moment } from '../moment';
import type { ProjectSettings } from '../settings';
import type { Thread } from '../thread';
import type { Timer } from '../timer';
import type { Scene } from './append';
import { close } from './close';
import { withTimer } from './timers';

const DAY_MS = 24 * 3_600_000;

/** Somebody spoke: from now on the conversation may be silent for so many days (X8, 0 = for ever). */
export function withSilence({ thread, conversation: { id, state } }: Scene, { now, settings }: Moment): Thread {
  if (settings.closeAfterDays === 0 || state !== 'active') return thread;
  return withTimer(thread, silentSince(id, now, settings));
}

/**
 * Nobody spoke for the days of the setting as it is now: the conversation closes by itself. More days than before: it waits on;
 * so does what nobody has decided about yet, which would leave the list of what waits for triage unseen (X19).
 */
export function onSilence({ thread, conversation }: Scene, { at, since }: Timer, moment: Moment): Thread {
  const { now, settings } = moment;
  if (conversation.state !== 'active' || settings.closeAfterDays === 0) return thread;
  const timer = since === undefined ? undefined : silentSince(conversation.id, since, settings);
  if (timer && timer.at > now) return withTimer(thread, timer);
  if (conversation.untriaged) return withSilence({ thread, conversation }, moment);
  return close({ thread, conversation }, { at, source: 'time', beside: true }, moment);
}

const silentSince = (id: ConversationId, since: number, { closeAfterDays }: ProjectSettings): Timer => ({
  kind: 'silence',
  conversation: id,
  at: since + closeAfterDays * DAY_MS,
  since,
});
