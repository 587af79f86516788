import type { Channel } from '../../domain/contact';
import type { DeliveryStatus, SendFailure } from '../../domain/delivery';
import { namedReceiver } from '../addresses';
import { word } from '../lenient';
import type { ProviderEvent } from '../providerEvent';
import { reportedFailure } from '../sendResult';
import { keyInStatusPath } from '../statusPath';
import { problemIn, reasonOf } from './errors';
import { epochMs, Report } from './payloads';

/** A delivery report, or the reason why it is left out. */
export function reportOf(raw: unknown, channel: Channel, suffix: string): ProviderEvent[] | string {
  const parsed = Report.safeParse(raw);
  if (!parsed.success) return 'unreadable report';
  const report = parsed.data;
  const status = STATUS[report.status];
  if (!status) return `status ${word(report.status)}`;
  const receiver = report.from ? namedReceiver(report.from) : undefined;
  const key = keyInStatusPath(suffix);
  if (!receiver && !key) return 'report without a sender';
  const at = epochMs(report.timestamp);
  return [
    {
      kind: 'report',
      ...receiver,
      channel,
      providerId: report.message_uuid,
      ...(key && { key }),
      status,
      ...(status === 'failed' && { failure: failureOf(report) }),
      ...(report.usage && { price: { amount: report.usage.price, currency: report.usage.currency } }),
      ...(at !== undefined && { at }),
    },
  ];
}

// https://developer.vonage.com/en/api/messages, message status (read 2026-11). `submitted`: handed on to the channel.
const STATUS: Readonly<Record<string, DeliveryStatus>> = {
  accepted: 'accepted',
  submitted: 'sent',
  delivered: 'delivered',
  read: 'read',
  rejected: 'failed',
  undeliverable: 'failed',
};

const failureOf = ({ error, status }: Report): SendFailure =>
  reportedFailure(problemIn(error) ?? { code: status }, reasonOf);
