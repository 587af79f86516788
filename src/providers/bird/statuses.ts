import type { Channel } from '../../domain/contact';
import type { DeliveryStatus, SendFailure } from '../../domain/delivery';
import { word } from '../lenient';
import type { ProviderEvent } from '../providerEvent';
import { reportedFailure } from '../sendResult';
import { failureReason } from './errors';
import { epochMs, Interaction, type Message } from './payloads';

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

/**
 * That a message was read is told apart. https://docs.bird.com/api/channels-api/message-status-and-interactions (read 2026-11)
 */
export function readReport(raw: unknown): readonly ProviderEvent[] | string {
  const found = Interaction.safeParse(raw).data;
  if (!found) return 'unreadable interaction';
  if (found.type !== 'read') return `interaction ${word(found.type)}`;
  const at = epochMs(found.createdAt);
  return [
    {
      kind: 'report',
      receiver: found.channelId,
      channel: 'whatsapp',
      providerId: found.messageId,
      ...(found.messageReference && { key: found.messageReference }),
      status: 'read',
      ...(at !== undefined && { at }),
    },
  ];
}

/** The code of the platform that refused says more than Bird's. */
function failureOf({ failure, reason }: Message, spelled: string): SendFailure {
  const detail = failure?.description ?? reason;
  const code = String(failure?.source?.code ?? failure?.code ?? spelled);
  return reportedFailure({ code, ...(detail && { detail }) }, failureReason);
}
