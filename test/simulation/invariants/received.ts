import type { Message } from '../../../src/domain/message';
import type { Invariant, Run } from '../books';
import { noteLog } from '../logLines';
import type { Received } from '../received';
import { recordsOf } from '../records';

/**
 * What providers posted and were answered 200 for, held against the store: of each thing one copy is there, the others were
 * known already, and what is in no record has its line in the log, each time it came. Nothing else may be missing.
 */
export const booksAddUp: Invariant = {
  name: 'the books add up: what was received is stored, was known already, or was left out with a line in the log',
  broken(run) {
    noteLog(run.books.log, run.world.platform.logs);
    const { messages } = recordsOf(run.world);
    const missing = { message: 0, echo: 0, report: 0 };
    const twice: string[] = [];
    for (const thing of run.books.received.things.values()) {
      const kept = rowsOf(messages, thing).filter((row) => thing.kind !== 'report' || isHeeded(row, thing)).length;
      if (kept > 1) twice.push(`${thing.kind} ${thing.id} is stored ${kept} times`);
      if (kept === 0) missing[thing.kind] += thing.taken;
    }
    return [
      ...twice,
      ...KINDS.flatMap((kind) => {
        const told = leftOut(run, kind);
        return missing[kind] > told ? [`${missing[kind]} ${kind}s are in no record, the log tells of ${told}`] : [];
      }),
    ];
  },
};

/** Whoever is refused or put off can be told why. */
export const refusalsAreTold: Invariant = {
  name: 'every webhook that was refused or put off has its line in the log',
  broken({ world, books: { log, received } }) {
    noteLog(log, world.platform.logs);
    const { refused, putOff } = received.answers;
    return [
      ...(refused === log.webhooksRefused ? [] : [`${refused} refused, ${log.webhooksRefused} told`]),
      ...(putOff <= log.putOff ? [] : [`${putOff} put off, ${log.putOff} told`]),
    ];
  },
};

const KINDS = ['message', 'echo', 'report'] as const;

/** Where a message moved on to another conversation, its last row counts. */
const rowsOf = (messages: readonly Message[], { kind, id }: Received): readonly Message[] =>
  messages.filter((row) => {
    if (row.providerId !== id) return false;
    if (kind === 'message') return row.direction === 'inbound' && row.movedTo === undefined;
    return row.direction === 'outbound' && (row.via === 'phone') === (kind === 'echo');
  });

/** A report that came after one that tells more, or tells the same in other words, is known already. */
function isHeeded(row: Message, { status = '' }: Received): boolean {
  if (row.direction !== 'outbound') return false;
  const { history, status: now } = row.delivery;
  const wanted = STATUS[status] ?? status;
  return now === wanted || history.some((step) => step.status === wanted);
}

const STATUS: Readonly<Record<string, string>> = {
  queued: 'accepted',
  sending: 'accepted',
  pending: 'accepted',
  buffered: 'accepted',
  transmitted: 'sent',
  undelivered: 'failed',
  rejected: 'failed',
};

/** Lines of the log that tell of such things. */
const leftOut = ({ books }: Run, kind: (typeof KINDS)[number]): number =>
  Object.entries(books.log.leftOut).reduce((sum, [told, count]) => (LEFT_OUT[kind].test(told) ? sum + count : sum), 0);

const LEFT_OUT = {
  message: /^(customer-)?message /,
  echo: /^(echo|staff-message) /,
  report: /^report /,
} as const;
