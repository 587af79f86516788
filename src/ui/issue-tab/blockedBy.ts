import type { ComposerView } from '../../contract/views';
import { moment, type Time } from '../shared/clock';
import type { Say } from '../shared/useSay';
import { isOpen, windowLine } from './windowLine';

/** Why a message cannot be sent now, as a sentence; undefined when it can. */
export function blockedBy({ blocked, window }: ComposerView, time: Time, say: Say): string | undefined {
  if (!blocked && isOpen(window, time.now)) return undefined;
  const at = blocked?.at === undefined ? undefined : moment(Date.parse(blocked.at), time);
  if (blocked && blocked.code !== 'window-closed') return say.code('blocked', blocked.code, { at: at ?? '' });
  const line = window && windowLine({ ...window, open: false }, time, say);
  if (line !== undefined) return line;
  return at === undefined ? say('blocked.window-unopened') : say('blocked.window-closed', { at });
}
