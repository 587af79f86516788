const MINUTE = 60_000;

/**
 * One minute and the square of the attempt more each time: 1, 2, 5, 10, 17 … minutes.
 * https://www.infobip.com/docs/sms/sms-over-api (push retry cycle, read 2026-11); that it ends after 20 is not published.
 */
export const RETRY_WAITS_MS: readonly number[] = Array.from(
  { length: 20 },
  (_, attempt) => MINUTE * (1 + attempt ** 2),
);
