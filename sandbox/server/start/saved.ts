import type { WorldState } from '../../world/state';
import type { Folder } from './folder';

/** The world an earlier start left, brought to the present: a clock that stood behind real time goes on from now. */
export function readSaved(folder: Folder, now = Date.now()): WorldState | undefined {
  const saved = folder.read() as (Omit<WorldState, 'version'> & { version: number }) | undefined;
  if (!saved) return undefined;
  if (!isCurrent(saved)) throw new Error('The saved world is of another version. Start with --fresh to begin anew.');
  saved.agenda.now = Math.max(saved.agenda.now, now);
  return saved;
}

const isCurrent = (saved: { readonly version: number }): saved is WorldState => saved.version === 1;
