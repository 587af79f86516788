import type { DeliveryStatus } from '../../domain/delivery';
import { word } from '../lenient';
import type { ProviderEvent } from '../providerEvent';
import { reportedFailure } from '../sendResult';
import { keyInStatusPath } from '../statusPath';
import { reasonOf } from './errors';
import { addressOf, type Fields } from './payloads';

/** A delivery report, or the reason why it is left out. Reports name no time in a known zone, so they have none. */
export function reportOf(fields: Fields, suffix: string): ProviderEvent[] | string {
  const spelled = fields.get('MessageStatus') ?? '';
  const status = STATUS[spelled];
  if (!status) return `status ${word(spelled)}`;
  const from = addressOf(fields.get('From'));
  const providerId = fields.get('MessageSid') ?? fields.get('SmsSid');
  // Twilio returns nothing of ours in a report: the address it was told to report to carries the message key.
  const key = keyInStatusPath(suffix);
  const channel = (from ?? addressOf(fields.get('To')))?.channel;
  if (!channel || !providerId || (!from?.value && !key)) return 'report without a message';
  return [
    {
      kind: 'report',
      ...(from?.value && { receiver: from.value }),
      channel,
      providerId,
      ...(key && { key }),
      status,
      ...(status === 'failed' && { failure: failureOf(fields, spelled) }),
    },
  ];
}

// https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks (read 2026-11)
const STATUS: Readonly<Record<string, DeliveryStatus>> = {
  accepted: 'accepted',
  scheduled: 'accepted',
  queued: 'accepted',
  sending: 'accepted',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  failed: 'failed',
  undelivered: 'failed',
  canceled: 'failed',
};

function failureOf(fields: Fields, spelled: string) {
  const code = fields.get('ErrorCode');
  const detail = fields.get('ErrorMessage');
  if (code) return reportedFailure({ code, ...(detail && { detail }) }, reasonOf);
  return reportedFailure({ code: spelled, ...(detail && { detail }) }, reasonOf);
}
