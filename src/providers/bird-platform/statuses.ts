import type { DeliveryStatus } from '../../domain/delivery';
import { word } from '../lenient';
import type { ProviderEvent } from '../providerEvent';
import { reportedFailure } from '../sendResult';
import { deliveryError, reasonOf } from './errors';
import { type BirdEvent, idOf } from './payloads';

/** A delivery report, or the reason why it is left out. Bird gives the metadata of the send back in each. */
export function reportOf({ told, channel, at }: BirdEvent, name: string): ProviderEvent | string {
  const status = STATUS[name];
  if (!status) return `status ${word(name)}`;
  const providerId = idOf(told);
  const receiver = told.from?.phone_number;
  const key = told.metadata?.omnichat;
  if (!providerId || (!receiver && !key)) return 'report without a message';
  const { cost, error } = told;
  return {
    kind: 'report',
    ...(receiver && { receiver }),
    channel,
    providerId,
    ...(key && { key }),
    status,
    ...(status === 'failed' && { failure: reportedFailure(error && deliveryError(error), reasonOf) }),
    ...(cost && { price: { amount: cost.amount, currency: cost.currency_code } }),
    ...(at !== undefined && { at }),
  };
}

// The last word of the event's type. `undelivered` may still be followed by `delivered`: the engine lets that correct it.
const STATUS: Readonly<Record<string, DeliveryStatus>> = {
  accepted: 'accepted',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  undelivered: 'failed',
  failed: 'failed',
  rejected: 'failed',
  expired: 'failed',
};
