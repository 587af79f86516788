const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * Meta tries again with falling frequency for up to 7 days; the waits themselves are not published.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview (read 2026-11)
 */
export const RETRY_WAITS_MS: readonly number[] = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  ...Array.from({ length: 12 }, () => 12 * HOUR),
];
