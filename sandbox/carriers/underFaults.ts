import type { FaultKind } from '../faults';
import type { HttpReply } from '../doors';
import type { Account } from './account';

/** How a provider spells what a fault makes it say. */
export type FaultReplies = {
  readonly limited: (retryAfterSeconds: number) => HttpReply;
  readonly refused: () => HttpReply;
};

/** Silences and crashes strike on the way to a provider: the platform injects those. */
const KINDS: readonly FaultKind[] = ['refuse', '429', '500'];

/** Lets a fault planned for `carrier.send` answer this send instead of the provider; the message is then not taken. */
export function underFaults({ faults }: Account, replies: FaultReplies, send: () => HttpReply): HttpReply {
  const fault = faults.take('carrier.send', KINDS);
  if (fault?.kind === 'refuse') return replies.refused();
  if (fault?.kind === '429') return replies.limited(fault.retryAfterSeconds ?? 5);
  if (fault?.kind === '500') {
    return { status: 500, headers: { 'content-type': 'text/html' }, body: '<h1>Internal Server Error</h1>' };
  }
  return send();
}
