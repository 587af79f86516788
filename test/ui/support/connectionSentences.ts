import type { VerdictReason } from '../../../src/providers/provider';

const verdicts: Record<VerdictReason, true> = {
  'no-signature': true,
  'malformed-signature': true,
  'wrong-signature': true,
  'wrong-account': true,
  stale: true,
};

/** The closed lists of codes that a connection's card puts into words. */
export const connectionLists: Readonly<Record<string, Record<string, true>>> = { verdict: verdicts };
