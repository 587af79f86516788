import type { OutboundMessage } from '../../../src/domain/message';
import type { Invariant, Run } from '../books';
import { holds, isOurs, recordsOf, textOfMessage } from '../records';
import { onPhones } from './outbound';
import { SEND_MS } from './phones';

/**
 * What waits when an agent locks its conversation is not handed over any more, whoever wrote it; nothing but the text that
 * tells the customer of the lock, which is written after it, goes out.
 */
export const nothingInALockedConversation: Invariant = {
  name: 'nothing is handed over in a locked conversation but the word that it is locked',
  inStep: true,
  broken(run) {
    noteLocked(run);
    return recordsOf(run.world).messages.flatMap((message) => {
      const locked = run.books.locked.get(message.conversation);
      if (!locked || message.direction !== 'outbound') return [];
      if (message.via === 'rule' && message.receivedAt >= locked.lock) return [];
      return onPhones(run)
        .filter(({ at }) => Date.parse(at) > locked.since + SEND_MS)
        .filter((shown) => isOurs(shown) && isOf(message, shown))
        .map(({ text = '' }) => `${text} went out: ${message.conversation} was locked`);
    });
  },
};

/** By the provider's id; by what it says where the answer with the id was lost. */
function isOf(message: OutboundMessage, { id, text = '' }: { readonly id: string; readonly text?: string }): boolean {
  if (message.providerId !== undefined) return message.providerId === id;
  const token = /^[ace]\d+/.exec(textOfMessage(message))?.[0];
  return token !== undefined && holds(text, token);
}

/** Who unlocks and locks again has locked anew. */
function noteLocked({ world, books }: Run): void {
  const before = new Map(books.locked);
  books.locked.clear();
  for (const { id, locked } of recordsOf(world).conversations) {
    if (!locked) continue;
    const known = before.get(id);
    books.locked.set(id, known?.lock === locked.at ? known : { lock: locked.at, since: world.agenda.now() });
  }
}
