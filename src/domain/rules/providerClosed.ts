import type { ProviderClosed } from '../event';
import type { Moment } from '../moment';
import { activeFor } from '../slot';
import type { Thread } from '../thread';
import { close } from './close';

/** Somebody closed the conversation in the provider's own inbox (S0-19). One that began after that goes on. */
export function onProviderClosed(thread: Thread, event: ProviderClosed, moment: Moment): Thread {
  const active = activeFor(thread.head, moment.settings.scope, event);
  if (!active || active.openedAt >= event.at) return thread;
  return close({ thread, conversation: active }, { at: moment.now, source: 'provider', beside: true }, moment);
}
