import { newLedger, type Ledger, type LedgerEntry } from '../ledger';
import { isWrite } from './ledgerSummary';
import type { News } from './news';

/** How much was done since the start: runs of the app's functions, and what left it (Jira writes and provider requests). */
export type Totals = { invocations: number; effects: number };
export type CountedLedger = Ledger & { readonly totals: Readonly<Totals> };

/** A ledger that also counts for ever and tells the news: its entries are only the newest. */
export function countedLedger(news: News): CountedLedger {
  const ledger = newLedger();
  const totals: Totals = { invocations: 0, effects: 0 };
  return {
    ...ledger,
    totals,
    record(entry) {
      ledger.record(entry);
      if (entry.kind === 'invocation') totals.invocations += 1;
      if (isEffect(entry)) totals.effects += 1;
      news.tell();
    },
  };
}

const isEffect = (entry: LedgerEntry) => entry.kind === 'carrier' || (entry.kind === 'jira' && isWrite(entry));
