import type { World } from '../../world';
import type { Folder } from './folder';

const QUIET_MS = 1_500;
/** A world that never rests, because a clock follows it, is saved at least so often. */
const LONGEST_MS = 15_000;

/** Saves the world when it has come to rest after a change. */
export function keepSaved(world: World, folder: Folder): { stop(): void } {
  let changedAt: number | undefined;
  let lastChangeAt = 0;
  const forget = world.onChange(() => {
    lastChangeAt = performance.now();
    changedAt ??= lastChangeAt;
  });
  const timer = setInterval(() => {
    if (changedAt === undefined) return;
    const now = performance.now();
    const atRest = world.agenda.running === 0 && now - lastChangeAt > QUIET_MS;
    if (!atRest && now - changedAt < LONGEST_MS) return;
    changedAt = undefined;
    folder.write(world.save());
  }, 500);
  return {
    stop() {
      forget();
      clearInterval(timer);
    },
  };
}
