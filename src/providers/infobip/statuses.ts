import type { DeliveryStatus, Price } from '../../domain/delivery';
import { word } from '../lenient';
import type { ProviderEvent } from '../providerEvent';
import { reportedFailure } from '../sendResult';
import { errorOf, reasonFor } from './errors';
import { epochMs, type Explained, Report } from './payloads';
import { sentIn, type Sent } from './reportAddress';

/** A delivery or seen report, or the reason why it is left out. `sent` is what the address says, if it is one for reports. */
export function reportOf(raw: unknown, sent: Sent | undefined): ProviderEvent | string {
  const parsed = Report.safeParse(raw);
  if (!parsed.success) return 'unreadable report';
  const report = parsed.data;
  const line = sent ?? sentIn(report.callbackData);
  if (!line) return 'report about a message sent elsewhere';
  const status = report.seenAt ? 'read' : statusOf(report.status);
  if (!status) return `status ${word(String(report.status?.id))}`;
  const at = epochMs(report.seenAt ?? report.doneAt);
  const price = priceOf(report);
  return {
    kind: 'report',
    ...line,
    providerId: report.messageId,
    status,
    ...(status === 'failed' && { failure: failureOf(report) }),
    ...(price && { price }),
    ...(at !== undefined && { at }),
  };
}

function statusOf(status: Explained | undefined): DeliveryStatus | undefined {
  return status && (STATUS[status.id] ?? GROUP[status.groupId ?? -1]);
}

// https://www.infobip.com/docs/essentials/response-status-and-error-codes (read 2026-11)
const STATUS: Readonly<Record<number, DeliveryStatus>> = {
  // Handed to the operator: of the group "delivered", but not on the phone; or of the group "expired" since it never told (29).
  2: 'sent',
  3: 'sent',
  29: 'sent',
  5: 'delivered',
  7: 'accepted',
  26: 'accepted',
};

const GROUP: Readonly<Record<number, DeliveryStatus>> = {
  0: 'accepted',
  1: 'accepted',
  2: 'failed',
  3: 'delivered',
  4: 'failed',
  5: 'failed',
};

const failureOf = ({ status, error }: Report) =>
  reportedFailure(errorOf({ status, error }), () => reasonFor({ status, error }));

/** Every part of a long SMS costs the price of a message. Prices come as JSON numbers: eight places hide their binary rest. */
function priceOf({ price, messageCount, smsCount }: Report): Price | undefined {
  if (!price || !/^[A-Z]{3}$/.test(price.currency)) return undefined;
  const parts = messageCount ?? smsCount ?? 1;
  const amount = (price.pricePerMessage * Math.max(1, parts)).toFixed(8).replace(/\.?0+$/, '');
  return /^\d+(\.\d+)?$/.test(amount) ? { amount, currency: price.currency } : undefined;
}
