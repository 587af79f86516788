import type { z } from 'zod';
import type { DeliveryStatus, Price, SendFailure } from '../../domain/delivery';
import { word } from '../lenient';
import type { ProviderEvent } from '../providerEvent';
import { reportedFailure } from '../sendResult';
import { messageReason, smsReason } from './errors';
import { epochMs, type Fields, Message, MessageError, type Webhook } from './payloads';
import type { StatusPath } from './statusPath';

type Outcome = ProviderEvent | string;

/** A report about a WhatsApp message. The key is in the address it came to, or in what we put into the message. */
export function conversationReport({ message: raw, error }: z.infer<typeof Webhook>, path: StatusPath): Outcome {
  const message = Message.safeParse(raw).data;
  if (!message) return 'report without a message';
  const status = CONVERSATIONS[message.status ?? ''];
  if (!status) return `status ${word(message.status ?? 'unknown')}`;
  const key = path.key ?? message.source?.omnichat;
  const at = epochMs(message.updatedDatetime ?? message.createdDatetime);
  return {
    kind: 'report',
    receiver: message.channelId,
    channel: 'whatsapp',
    providerId: message.id,
    ...(key && { key }),
    status,
    ...(status === 'failed' && { failure: messageFailure(error ?? message.error, message.status) }),
    ...(at !== undefined && { at }),
  };
}

/** A report about an SMS. It names no sender: that is in the address it came to. */
export function smsReport(fields: Fields, path: StatusPath): Outcome {
  const [providerId, spelled] = [fields.get('id'), fields.get('status') ?? ''];
  const status = SMS[spelled];
  if (!status) return `status ${word(spelled)}`;
  const key = path.key ?? fields.get('reference');
  if (!providerId || (!path.receiver && !key)) return 'report without a message';
  const [at, price] = [epochMs(fields.get('statusDatetime')), priceOf(fields)];
  return {
    kind: 'report',
    ...(path.receiver && { receiver: path.receiver }),
    channel: 'sms',
    providerId,
    ...(key && { key }),
    status,
    ...(status === 'failed' && { failure: smsFailure(fields, spelled) }),
    ...(price && { price }),
    ...(at !== undefined && { at }),
  };
}

// https://developers.messagebird.com/api/conversations#message-object (read 2026-11); `received` is for inbound ones.
const CONVERSATIONS: Readonly<Record<string, DeliveryStatus>> = {
  accepted: 'accepted',
  pending: 'accepted',
  buffered: 'accepted',
  sent: 'sent',
  transmitted: 'sent',
  delivered: 'delivered',
  read: 'read',
  rejected: 'failed',
  failed: 'failed',
  delivery_failed: 'failed',
  expired: 'failed',
  deleted: 'failed',
};

// https://developers.messagebird.com/api/sms-messaging#handle-a-status-report (read 2026-11)
const SMS: Readonly<Record<string, DeliveryStatus>> = {
  scheduled: 'accepted',
  buffered: 'accepted',
  sent: 'sent',
  delivered: 'delivered',
  delivery_failed: 'failed',
  expired: 'failed',
};

function messageFailure(raw: unknown, spelled = 'failed'): SendFailure {
  const error = MessageError.safeParse(raw).data;
  const detail = error?.description;
  return reportedFailure({ code: String(error?.code ?? spelled), ...(detail && { detail }) }, messageReason);
}

/** The code is there only where an operator gave one; the reason in words always is. */
function smsFailure(fields: Fields, spelled: string): SendFailure {
  const [code, detail] = [fields.get('statusErrorCode') ?? spelled, fields.get('statusReason')];
  return reportedFailure({ code, ...(detail && { detail }) }, (one) => smsReason(one, detail ?? ''));
}

function priceOf(fields: Fields): Price | undefined {
  const [amount, currency] = [fields.get('price[amount]'), fields.get('price[currency]')];
  return amount && currency && /^\d{1,9}(\.\d{1,9})?$/.test(amount) && /^[A-Z]{3}$/.test(currency)
    ? { amount, currency }
    : undefined;
}
