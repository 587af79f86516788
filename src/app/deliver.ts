import type { Breaker } from '../domain/breaker';
import type { ContactAddress } from '../domain/contact';
import type { SendFailure } from '../domain/delivery';
import type { EffectResult } from '../domain/effectResult';
import type { ConnectionId, MessageKey } from '../domain/ids';
import type { Gateway, ProviderAnswer, ProviderRequest } from '../providers/provider';
import { writeDeliveryLog } from '../storage/deliveryLog';
import type { App } from './call';
import { heedRefusal } from './heedOptOut';
import { signOf, tell } from './tell';

/** A provider that has not answered after this long may still have taken the message: its outcome is unknown. */
export const SEND_TIMEOUT_MS = 10_000;

export type Delivery = {
  readonly gateway: Gateway;
  readonly connection: ConnectionId;
  readonly message: MessageKey;
  readonly address: ContactAddress;
  readonly request: ProviderRequest;
  /** As it was read before the send; undefined: all is well. */
  readonly breaker: Breaker | undefined;
};

/**
 * Asks a provider to take a message, once. A coded error is a refusal; no answer, or a 5xx without a code, is
 * *unknown*: never "failed", never tried again blindly. Neither text nor credentials are ever logged.
 */
export async function deliver(app: App, delivery: Delivery): Promise<EffectResult> {
  const { gateway, connection, message, request } = delivery;
  const askedAt = app.ports.clock.now();
  const answer = await answerOf(app, request);
  const read = answer && gateway.readAnswer(answer);
  await tell(app, delivery, signOf(read, { answer, askedAt }));
  if (!read || (!read.ok && isUncoded(read.failure))) {
    app.ports.log.warn('send of unknown outcome', { message, status: answer?.status });
    return { kind: 'send-unknown', message };
  }
  if (read.ok) return { kind: 'sent', message, ...read.value };
  await logFailure(app, { connection, message, failure: read.failure });
  await heedRefusal(app, read.failure, { address: delivery.address, at: askedAt });
  return { kind: 'send-refused', message, failure: read.failure };
}

type Failed = Pick<Delivery, 'connection' | 'message'> & { readonly failure: SendFailure };

/** The outcome is known: a log that cannot be written must not make it unknown. The message keeps the failure. */
async function logFailure({ ports }: App, { connection, message, failure }: Failed): Promise<void> {
  const { reason, code } = failure;
  const entry = { kind: 'failed-send', reason, message, ...(code !== undefined && { code }) } as const;
  try {
    await writeDeliveryLog(ports, connection, { at: ports.clock.now(), ...entry });
  } catch {
    ports.log.warn('failed send not logged', { message, reason });
  }
}

/** A 5xx in which no provider's code says that the message was refused: it may have been taken. */
const isUncoded = ({ reason, code }: SendFailure): boolean => reason === 'provider-down' && code === undefined;

/** The port rejects only when no answer came: an outcome, not an error. */
async function answerOf({ ports }: App, request: ProviderRequest): Promise<ProviderAnswer | undefined> {
  try {
    return await ports.http.send(request, SEND_TIMEOUT_MS);
  } catch {
    return undefined;
  }
}
