import type { RestReason } from '../../../src/domain/breaker';
import type { PhoneDoubt } from '../../../src/domain/text/phoneDoubt';
import type { TemplateFileKind, TemplateHeaderKind, TemplateStatus } from '../../../src/domain/template';
import type { TemplateHindrance } from '../../../src/domain/templateHindrance';
import type { VerdictReason } from '../../../src/providers/provider';
import type { WebhookState } from '../../../src/storage/health';

const verdicts: Record<VerdictReason, true> = {
  'no-signature': true,
  'malformed-signature': true,
  'wrong-signature': true,
  'wrong-account': true,
  stale: true,
};

const templateHeaders: Record<TemplateHeaderKind | 'none', true> = {
  none: true,
  text: true,
  image: true,
  video: true,
  document: true,
  location: true,
  other: true,
};
const templateFiles: Record<TemplateFileKind, true> = { image: true, video: true, document: true };
const templateHindrances: Record<TemplateHindrance, true> = {
  pending: true,
  rejected: true,
  paused: true,
  disabled: true,
  unknown: true,
  'location-header': true,
  header: true,
  button: true,
  parts: true,
  'named-values': true,
  'files-off': true,
};
const templateStatuses: Record<TemplateStatus, true> = {
  approved: true,
  pending: true,
  rejected: true,
  paused: true,
  disabled: true,
  unknown: true,
};

const webhookStates: Record<WebhookState, true> = {
  ours: true,
  elsewhere: true,
  none: true,
  'cannot-ask': true,
  'not-told': true,
};
const doubts: Record<PhoneDoubt, true> = { 'too-long': true, local: true, short: true, 'no-plus': true };
const rests: Record<RestReason, true> = { 'no-answer': true, 'rate-limited': true };

/** The closed lists of codes that a connection's card puts into words. */
export const connectionLists: Readonly<Record<string, Record<string, true>>> = {
  verdict: verdicts,
  'phone-doubt': doubts,
  'settings.rest': rests,
  'settings.webhook-goes': webhookStates,
  'delivery.waits': rests,
  'settings.template-status': templateStatuses,
  'settings.template-header': templateHeaders,
  'templates.why': templateHindrances,
  'templates.file-label': templateFiles,
  'templates.file-hint': templateFiles,
};
