/** A stretch of time as a test says it. */
export type Stretch = { days?: number; hours?: number; minutes?: number; seconds?: number };

export const msOf = ({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Stretch): number =>
  (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000;

/** When every test world begins: a Monday morning, well inside one day. */
export const WORLD_BEGINS = Date.parse('2026-11-16T09:00:00.000Z');
