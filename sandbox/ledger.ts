/** What passed between the app and its platform, counted: the answer of `/sandbox/api/ledger`. */
export type LedgerEntry = { readonly at: number } & (
  | { readonly kind: 'invocation'; readonly function: string; readonly ms: number }
  | {
      readonly kind: 'kvs';
      readonly what: 'read' | 'write' | 'transaction';
      readonly bytes: number;
      readonly keys: number;
      readonly function: string;
    }
  | { readonly kind: 'queue'; readonly events: number; readonly function: string }
  | {
      readonly kind: 'jira';
      readonly method: string;
      readonly path: string;
      readonly points: number;
      readonly status: number;
      readonly function: string;
    }
  | { readonly kind: 'carrier'; readonly method: string; readonly provider: string }
);

export type Ledger = {
  record(entry: LedgerEntry): void;
  since(at: number): readonly LedgerEntry[];
  /** Of the latest web-trigger call: longest chain of platform calls; calls in flight together count once. */
  ack: { roundTrips: number; ms: number };
};

/** Keeps the newest 20,000 entries. */
export function newLedger(): Ledger {
  const entries: LedgerEntry[] = [];
  return {
    record(entry) {
      entries.push(entry);
      if (entries.length > 20_000) entries.splice(0, 1_000);
    },
    since: (at) => entries.filter((entry) => entry.at >= at),
    ack: { roundTrips: 0, ms: 0 },
  };
}
