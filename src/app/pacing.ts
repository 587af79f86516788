import { passage, signalled, type Breaker, type RestReason, type Sign } from '../domain/breaker';
import type { SendFailure } from '../domain/delivery';
import type { ConnectionId } from '../domain/ids';
import type { Result } from '../domain/result';
import { retryAfter } from '../domain/retryAfter';
import type { Gateway, ProviderAnswer, Receipt } from '../providers/provider';
import { claimProbe, forgetBreaker, loadBreaker, saveBreaker } from '../storage/breaker';
import type { App } from './call';

/** A question that costs nothing shows whether the provider is back: only then is a customer's message put at risk. */
const QUESTION_TIMEOUT_MS = 4_000;
/** What a send takes after the question: its own time-out, and keeping its result. */
const SEND_MS = 12_000;
/** Who finds the probe under way looks again after this. */
const NEXT_LOOK_MS = 5_000;

export type Gate = {
  readonly connection: ConnectionId;
  readonly gateway: Gateway;
  /** As it was read right before; undefined: all is well. */
  readonly breaker: Breaker | undefined;
};

/** Until when (epoch ms) the connection rests; undefined when it does not. Some jitter, so that not all come at once. */
export function restingUntil({ ports }: App, breaker: Breaker | undefined): number | undefined {
  const found = passage(breaker, ports.clock.now());
  return found.kind === 'resting' ? found.until + ports.ids.below(NEXT_LOOK_MS) : undefined;
}

/** Takes a send through: at once while all is well, as the one probe after a rest. Else when to look again (epoch ms). */
export async function admitted(app: App, gate: Gate): Promise<number | undefined> {
  const { clock } = app.ports;
  const found = passage(gate.breaker, clock.now());
  if (found.kind !== 'probe') return undefined;
  const isOurs = await claimProbe(app.ports, gate.connection, found.name);
  const answers = isOurs && (await answersQuestion(app, gate));
  if (answers && clock.remainingMs() > SEND_MS) return undefined;
  return clock.now() + NEXT_LOOK_MS + app.ports.ids.below(NEXT_LOOK_MS);
}

async function answersQuestion(app: App, { connection, gateway }: Gate): Promise<boolean> {
  const { http, clock } = app.ports;
  const askedAt = clock.now();
  try {
    const answer = await http.send(gateway.check(new Date(askedAt)), QUESTION_TIMEOUT_MS);
    if (answer.status < 500 && answer.status !== 429) return true;
    await tell(app, { connection }, trouble(answer.status === 429 ? 'rate-limited' : 'no-answer', { answer, askedAt }));
  } catch {
    await tell(app, { connection }, trouble('no-answer', { answer: undefined, askedAt }));
  }
  return false;
}

type Asked = { readonly answer: ProviderAnswer | undefined; readonly askedAt: number };

/** What the answer to a send says about the connection, whatever it says about the message. */
export function signOf(read: Result<Receipt, SendFailure> | undefined, asked: Asked): Sign {
  if (read?.ok) return { kind: 'answers', askedAt: asked.askedAt };
  if (!read || read.failure.reason === 'provider-down') return trouble('no-answer', asked);
  return read.failure.reason === 'rate-limited'
    ? trouble('rate-limited', asked)
    : { kind: 'answers', askedAt: asked.askedAt };
}

function trouble(kind: RestReason, { answer, askedAt }: Asked): Sign {
  const retryAfterSeconds = answer && retryAfter(answer.headers);
  return { kind, askedAt, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
}

/** `breaker` as it was read before the send; undefined: all was well. */
type Told = { readonly connection: ConnectionId; readonly breaker?: Breaker | undefined };

/**
 * Keeps what a sign changes; nothing is read or written while all is well. A state that cannot be kept makes us a little
 * less polite: it must never make the outcome of a send unknown.
 */
export async function tell(app: App, { connection, breaker }: Told, sign: Sign): Promise<void> {
  if (sign.kind === 'answers' && !breaker) return;
  const { ports } = app;
  try {
    const before = await loadBreaker(ports, connection);
    const after = signalled(before, sign, ports.clock.now());
    if (after === before) return;
    await (after ? saveBreaker(ports, connection, after) : forgetBreaker(ports, connection));
    if (after?.rest)
      ports.log.warn('connection rests', { connection, because: after.rest.because, until: after.rest.until });
  } catch (cause) {
    ports.log.warn('pace not noted', { connection, why: cause instanceof Error ? cause.name : typeof cause });
  }
}
