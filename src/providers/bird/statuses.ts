import type { Channel } from '../../domain/contact';
import type { DeliveryStatus, SendFailure } from '../../domain/delivery';
import { word } from '../lenient';
import type { ProviderEvent } from '../providerEvent';
import { reportedFailure } from '../sendResult';
import { whatsAppReason } from '../whatsAppReasons';
import { epochMs, type Message } from './payloads';

/** A report about a message; the reference that it was sent with is our key. */
export function reportOf(message: Message, channel: Channel): readonly ProviderEvent[] | string {
  const spelled = message.status ?? 'unknown';
  const status = STATUS[spelled];
  if (!status) return `status ${word(spelled)}`;
  const at = epochMs(message.lastStatusAt);
  return [
    {
      kind: 'report',
      receiver: message.channelId,
      channel,
      providerId: message.id,
      ...(message.reference && { key: message.reference }),
      status,
      ...(status === 'failed' && { failure: failureOf(message, spelled) }),
      ...(at !== undefined && { at }),
    },
  ];
}

// https://docs.bird.com/api/channels-api/api-reference/messaging (read 2026-11)
const STATUS: Readonly<Record<string, DeliveryStatus>> = {
  accepted: 'accepted',
  processing: 'accepted',
  scheduled: 'accepted',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  rejected: 'failed',
  sending_failed: 'failed',
  delivery_failed: 'failed',
  skipped: 'failed',
  deleted: 'failed',
};

/** The code is WhatsApp's own where WhatsApp refused; of Bird's own words no list is published. */
function failureOf({ failure, reason }: Message, spelled: string): SendFailure {
  const detail = failure?.description ?? reason;
  return reportedFailure({ code: String(failure?.code ?? spelled), ...(detail && { detail }) }, whatsAppReason);
}
