import type { DeliveryStatus } from '../../domain/delivery';
import { word } from '../lenient';
import type { ProviderEvent } from '../providerEvent';
import { reportedFailure } from '../sendResult';
import { providerError, reasonOf } from './errors';
import { epochMs, GraphError, type Status } from './payloads';

/** A delivery report, or the reason why it is left out. */
export function reportOf(status: Status, receiver: string): ProviderEvent | string {
  if (status.recipient_type === 'group') return 'group status';
  const known = STATUS[status.status];
  if (!known) return `status ${word(status.status)}`;
  const at = epochMs(status.timestamp);
  return {
    kind: 'report',
    receiver,
    channel: 'whatsapp',
    providerId: status.id,
    ...(status.biz_opaque_callback_data && { key: status.biz_opaque_callback_data }),
    status: known,
    ...(known === 'failed' && { failure: failureOf(status) }),
    ...(at !== undefined && { at }),
  };
}

// https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status (read 2026-11)
const STATUS: Readonly<Record<string, DeliveryStatus>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  // A voice note was listened to.
  played: 'read',
  failed: 'failed',
};

function failureOf(status: Status) {
  const error = GraphError.safeParse(status.errors[0]);
  return reportedFailure(error.success ? providerError(error.data) : undefined, reasonOf);
}
