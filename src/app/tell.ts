import { signalled, type Breaker, type RestReason, type Sign } from '../domain/breaker';
import type { SendFailure } from '../domain/delivery';
import type { Result } from '../domain/result';
import { retryAfter } from '../domain/retryAfter';
import type { ProviderAnswer, Receipt } from '../providers/provider';
import { forgetBreaker, loadBreaker, saveBreaker, type Line } from '../storage/breaker';
import type { App } from './call';

/** `breaker` as it was read before the provider was asked; undefined: all was well. */
type Told = Line & { readonly breaker?: Breaker | undefined };

/**
 * Keeps what a sign changes, and answers with how the line is now; nothing is read or written while all is well. A state that cannot be kept makes us a little
 * less polite: it must never make the outcome of a send unknown.
 */
export async function tell(app: App, { connection, errand, breaker }: Told, sign: Sign): Promise<Breaker | undefined> {
  if (sign.kind === 'answers' && !breaker) return undefined;
  const line = { connection, ...(errand && { errand }) };
  const { ports } = app;
  try {
    const before = await loadBreaker(ports, line);
    const after = signalled(before, sign, ports.clock.now());
    if (after === before) return after;
    await (after ? saveBreaker(ports, line, after) : forgetBreaker(ports, line));
    if (after?.rest)
      ports.log.warn('connection rests', { ...line, because: after.rest.because, until: after.rest.until });
    return after;
  } catch (cause) {
    ports.log.warn('pace not noted', { ...line, why: cause instanceof Error ? cause.name : typeof cause });
    return undefined;
  }
}

type Asked = { readonly answer: Pick<ProviderAnswer, 'headers'> | undefined; readonly askedAt: number };

/** What the answer to a send says about the connection, whatever it says about the message. */
export function signOf(read: Result<Receipt, SendFailure> | undefined, asked: Asked): Sign {
  if (read?.ok) return { kind: 'answers', askedAt: asked.askedAt };
  if (!read || read.failure.reason === 'provider-down') return trouble('no-answer', asked);
  return read.failure.reason === 'rate-limited'
    ? trouble('rate-limited', asked)
    : { kind: 'answers', askedAt: asked.askedAt };
}

/** What no answer, or one that asks for a pause, says. */
export function trouble(kind: RestReason, { answer, askedAt }: Asked): Sign {
  const retryAfterSeconds = answer && retryAfter(answer.headers);
  return { kind, askedAt, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
}
