import { unreachable } from '../../src/domain/unreachable';
import type { HttpReply } from '../doors';
import type { Account } from './account';

/** How a provider spells what a fault makes it say. */
export type FaultReplies = {
  readonly limited: (retryAfterSeconds: number) => HttpReply;
  readonly refused: () => HttpReply;
};

/** Lets a fault planned for `carrier.send` (or `carrier.<id>.send`) strike this send. */
export async function underFaults(account: Account, replies: FaultReplies, send: () => HttpReply): Promise<HttpReply> {
  const fault = account.faults.take(`carrier.${account.id}.send`) ?? account.faults.take('carrier.send');
  if (!fault) return send();
  switch (fault.kind) {
    case '429':
      return replies.limited(fault.retryAfterSeconds ?? 5);
    case '500':
      return { status: 500, headers: { 'content-type': 'text/html' }, body: '<h1>Internal Server Error</h1>' };
    case 'refuse':
      return replies.refused();
    case 'timeout-before':
      return silence(account);
    case 'timeout-after':
      send();
      return silence(account);
    // These strike inside the platform, not at a provider.
    case 'crash-before':
    case 'crash-after':
    case 'partial':
      return send();
    default:
      return unreachable(fault.kind);
  }
}

/** Longer than the app waits for a provider (10 s): the connection then breaks without an answer. */
const silence = ({ agenda }: Account): Promise<never> =>
  new Promise((_, reject) => agenda.globals.setTimeout(() => reject(new Error('socket hang up')), 15_000));
