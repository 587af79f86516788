import type { Ledger, LedgerEntry } from '../ledger';

/** The answer of `/sandbox/api/ledger`: what passed between the app and its platform since a moment. */
export type LedgerSummary = {
  since: string;
  invocations: Record<string, { count: number; ms: number }>;
  kvs: {
    reads: number;
    writes: number;
    transactions: number;
    readBytes: number;
    writeBytes: number;
    keysRead: number;
    keysWritten: number;
  };
  queue: { pushes: number; events: number };
  jira: { calls: number; writes: number; points: number };
  carriers: Record<string, number>;
  ack: { roundTrips: number; ms: number };
};

export function summarize(ledger: Ledger, since: number): LedgerSummary {
  const summary: LedgerSummary = {
    since: new Date(since).toISOString(),
    invocations: {},
    kvs: { reads: 0, writes: 0, transactions: 0, readBytes: 0, writeBytes: 0, keysRead: 0, keysWritten: 0 },
    queue: { pushes: 0, events: 0 },
    jira: { calls: 0, writes: 0, points: 0 },
    carriers: {},
    ack: { ...ledger.ack },
  };
  for (const entry of ledger.since(since)) count(summary, entry);
  return summary;
}

function count(summary: LedgerSummary, entry: LedgerEntry): void {
  switch (entry.kind) {
    case 'invocation': {
      const counted = (summary.invocations[entry.function] ??= { count: 0, ms: 0 });
      counted.count += 1;
      counted.ms += entry.ms;
      return;
    }
    case 'kvs':
      return countKvs(summary.kvs, entry);
    case 'queue':
      summary.queue.pushes += 1;
      summary.queue.events += entry.events;
      return;
    case 'jira':
      summary.jira.calls += 1;
      summary.jira.writes += isWrite(entry) ? 1 : 0;
      summary.jira.points += entry.points;
      return;
    case 'carrier':
      summary.carriers[entry.provider] = (summary.carriers[entry.provider] ?? 0) + 1;
      return;
    default:
      return entry satisfies never;
  }
}

function countKvs(kvs: LedgerSummary['kvs'], entry: Extract<LedgerEntry, { kind: 'kvs' }>): void {
  if (entry.what === 'read') {
    kvs.reads += 1;
    kvs.readBytes += entry.bytes;
    kvs.keysRead += entry.keys;
    return;
  }
  kvs[entry.what === 'transaction' ? 'transactions' : 'writes'] += 1;
  kvs.writeBytes += entry.bytes;
  kvs.keysWritten += entry.keys;
}

// These answer questions although they are posted: their input is too long for an address.
const POSTED_READS = /\/(search\/jql|jql\/match|comment\/list|permissions\/check|bulkfetch|jql\/parse)(\?|$)/;

/** Whether a call to Jira changes something. */
export const isWrite = (entry: Extract<LedgerEntry, { kind: 'jira' }>) =>
  entry.method !== 'GET' && !POSTED_READS.test(entry.path);
