const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** MessageBird tries up to ten times, with growing waits that it does not publish. */
export const RETRY_WAITS_MS: readonly number[] = [
  5 * SECOND,
  15 * SECOND,
  MINUTE,
  3 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  60 * MINUTE,
  120 * MINUTE,
  240 * MINUTE,
];
