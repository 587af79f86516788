import type { World } from '../../world';
import type { Folder } from './folder';

const QUIET_MS = 1_500;
/** A world that never rests, because a clock follows it, is saved at least so often. */
const LONGEST_MS = 15_000;

export type Saving = {
  /** Everything that has happened is in the folder: whoever is answered after it is believed, whatever ends the process. */
  readonly kept: () => Promise<void>;
  readonly stop: () => void;
};

/** Saves the world whenever somebody must be sure of it, and when it has come to rest after a change. */
export function keepSaved(world: World, folder: Folder): Saving {
  let changedAt: number | undefined;
  let lastChangeAt = 0;
  const save = (): void => {
    changedAt = undefined;
    folder.write(world.state);
  };
  const forget = world.onChange(() => {
    lastChangeAt = performance.now();
    changedAt ??= lastChangeAt;
  });
  const timer = setInterval(() => {
    if (changedAt === undefined) return;
    const now = performance.now();
    const atRest = world.agenda.running === 0 && now - lastChangeAt > QUIET_MS;
    if (atRest || now - changedAt >= LONGEST_MS) save();
  }, 500);
  return {
    kept: together(save),
    stop() {
      forget();
      clearInterval(timer);
    },
  };
}

/** Who asks in the same turn of the event loop shares one save. */
function together(save: () => void): () => Promise<void> {
  let next: Promise<void> | undefined;
  return () =>
    (next ??= new Promise<void>((resolve) => void setImmediate(resolve)).then(() => {
      next = undefined;
      save();
    }));
}
