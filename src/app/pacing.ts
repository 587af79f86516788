import { passage, type Breaker } from '../domain/breaker';
import type { ConnectionId } from '../domain/ids';
import type { Gateway } from '../providers/provider';
import { claimProbe } from '../storage/breaker';
import { ask } from './ask';
import type { App } from './call';
import { tell, trouble } from './tell';

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
  const asked = await ask(app, { connection, errand: 'check' }, () =>
    http.send(gateway.check(new Date(askedAt)), QUESTION_TIMEOUT_MS),
  );
  if (asked.kind === 'resting') return false;
  const answer = asked.kind === 'answered' ? asked.answer : undefined;
  if (answer && answer.status < 500) return true;
  const retryAfterSeconds = asked.kind === 'limited' ? (asked.until - clock.now()) / 1_000 : undefined;
  const sign =
    retryAfterSeconds === undefined
      ? trouble('no-answer', { answer, askedAt })
      : ({ kind: 'rate-limited', askedAt, retryAfterSeconds } as const);
  await tell(app, { connection }, sign);
  return false;
}
