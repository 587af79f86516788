import { FIRST_REST_MS, passage, type Sign } from '../domain/breaker';
import { retryAfter } from '../domain/retryAfter';
import type { ProviderAnswer } from '../providers/provider';
import { loadBreaker, type Line } from '../storage/breaker';
import type { App } from './call';
import { tell, trouble } from './tell';

/**
 * What came of asking. The provider wants to be left alone until then (epoch ms): `limited`, as it answered just now;
 * `resting`, as it had said before, so that nothing was asked.
 */
export type Asked<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'no-answer'; readonly error: string }
  | { readonly kind: 'limited' | 'resting'; readonly until: number };

type AnyAnswer = Pick<ProviderAnswer, 'status' | 'headers'>;

/**
 * Asks a provider for what is no send: a file, its templates, how it is. A pause it asks for is kept as for sends, by the
 * same rule (`domain/breaker.ts`), but by this errand alone. Silence says nothing here: who asks knows when to ask again.
 */
export async function ask<Answer extends AnyAnswer>(
  app: App,
  line: Required<Line>,
  request: () => Promise<Answer>,
): Promise<Asked<Answer>> {
  const askedAt = app.ports.clock.now();
  const breaker = await loadBreaker(app.ports, line);
  const found = passage(breaker, askedAt);
  if (found.kind === 'resting') return found;
  const came = await answerOf(request);
  if (came.kind === 'no-answer') return came;
  const sign = signIn(came.answer, askedAt);
  const after = sign && (await tell(app, { ...line, breaker }, sign));
  if (sign?.kind !== 'rate-limited') return came;
  return { kind: 'limited', until: after?.rest?.until ?? app.ports.clock.now() + FIRST_REST_MS['rate-limited'] };
}

/** The port rejects only when no answer came. */
async function answerOf<Answer>(request: () => Promise<Answer>) {
  try {
    return { kind: 'answered', answer: await request() } as const;
  } catch (error) {
    return { kind: 'no-answer', error: error instanceof Error ? error.name : typeof error } as const;
  }
}

function signIn(answer: AnyAnswer, askedAt: number): Sign | undefined {
  if (answer.status === 429) return trouble('rate-limited', { answer, askedAt });
  if (answer.status < 500) return { kind: 'answers', askedAt };
  return retryAfter(answer.headers) === undefined ? undefined : trouble('no-answer', { answer, askedAt });
}

/** For a person who asked, by when it is worth trying again. */
export function restingText(app: App, title: string, until: number): string {
  const seconds = Math.max(1, Math.ceil((until - app.ports.clock.now()) / 1_000));
  return `${title} asked to be left alone for a while. Please try again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}.`;
}
