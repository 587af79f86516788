import { guard, type Guard } from './guard';

/** Those of the books, and of versions. */
export const GUARDS_OF_BOOKS: readonly Guard[] = [
  guard(
    'the books: what a provider was answered 200 for is kept, or the log says that it is not',
    'src/app/takeIn.ts',
    'logLeftOut(app, connection, notKept(turn.thread, taken));',
    '',
  ),
  guard(
    'the books: every report about a message of ours is kept',
    'src/domain/rules/report.ts',
    'if (delivery === message.delivery) return thread;',
    "if (delivery.status === 'sent') return thread;",
  ),
  guard(
    'versions: what newer code wrote is not taken for ours',
    'src/storage/record.ts',
    'kind.schema.safeParse(upgraded(kind, stored))',
    'kind.schema.safeParse({ ...stored, version: kind.version })',
  ),
];
