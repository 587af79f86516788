import type { Delays } from '../forge/platform';
import type { WorldSwitches } from './state';

/** How slow the platform is: quick by default so that nobody waits; otherwise as Forge documents it. */
export const delaysOf = ({ realisticDelays, weather }: WorldSwitches): Delays => ({
  ...(realisticDelays
    ? // Product events come "within three minutes" (Forge, product events, read 2026-11).
      { queueMs: 2_000, productEventMs: [1_000, 180_000] as const, queryLagMs: 3_000 }
    : { queueMs: 100, productEventMs: [200, 900] as const, queryLagMs: 500 }),
  ...weather,
});
