/** Somebody's way to take one webhook: `once` verifies and reads it, and throws or rejects when it is not accepted. */
export type Subject = {
  readonly webhook: string;
  readonly side: string;
  /** Events that it makes of the webhook. */
  readonly reads: number;
  /** What it does, so that the figures can be compared honestly. */
  readonly does: string;
  readonly once: () => unknown;
};

/** A result that shows that the webhook was accepted and something was read; anything else is not worth measuring. */
export function expectRead(isRead: boolean): void {
  if (!isRead) throw new Error('the webhook was not accepted');
}
