import type { TemplateStatus } from '../../../src/domain/template';
import type { VerdictReason } from '../../../src/providers/provider';

const verdicts: Record<VerdictReason, true> = {
  'no-signature': true,
  'malformed-signature': true,
  'wrong-signature': true,
  'wrong-account': true,
  stale: true,
};

const templateStatuses: Record<TemplateStatus, true> = {
  approved: true,
  pending: true,
  rejected: true,
  paused: true,
  disabled: true,
  unknown: true,
};

/** The closed lists of codes that a connection's card puts into words. */
export const connectionLists: Readonly<Record<string, Record<string, true>>> = {
  verdict: verdicts,
  'settings.template-status': templateStatuses,
};
