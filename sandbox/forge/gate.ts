import type { Agenda } from '../agenda';
import type { Fault, FaultKind, Faults } from '../faults';
import { currentInvocation, type Invocation } from './invocation';
import type { PlatformLog } from './log';

/** A call that leaves the app, and how the other end refuses it. */
export type GateCall = {
  /** The name faults know it by: `kvs.get`, `jira.comment`, … */
  readonly at: string;
  readonly signal?: AbortSignal | null | undefined;
  /** Only these faults strike here; the other end takes the rest itself. */
  readonly kinds?: readonly FaultKind[];
  /** Performs the call. */
  readonly perform: (invocation: Invocation) => Promise<Response>;
  /** The answer to a fault that answers: `refuse`, `409`, `429`, `500`. Absent for doors that only crash or fall silent. */
  readonly refuse?: (fault: Fault) => Response;
  /** It writes what others write too: only then can it meet a `409`. */
  readonly contended?: boolean;
  /** The answer when only part of it is done. Absent: it is done, and answered 500. */
  readonly partly?: (invocation: Invocation) => Promise<Response>;
  /** Performs the call in two parts with a pause between them. Absent: it cannot be torn. */
  readonly torn?: (invocation: Invocation, pause: () => Promise<void>) => Promise<Response>;
};

/** Every call of the app passes here: it takes one round trip, and faults strike here. */
export type Gate = {
  pass(call: GateCall): Promise<Response>;
  /** Calls that have passed since the start: a story's awaits are counted by it. */
  readonly passed: number;
};

type GateParts = { readonly agenda: Agenda; readonly faults: Faults; readonly log: PlatformLog };

export function createGate(parts: GateParts): Gate {
  let passed = 0;
  return {
    get passed() {
      return passed;
    },
    async pass(call) {
      const invocation = currentInvocation();
      if (!invocation) throw new Error('Forge runtime not found.');
      if (invocation.ended) return lateCall(parts.log, invocation, call.at);
      const answer = await abortable(call.signal, async () => {
        countRound(invocation, await parts.agenda.round());
        if (hasEnded(invocation)) return silence();
        passed += 1;
        const fault = parts.faults.take(call.at, call.kinds ?? kindsFor(call));
        return strike(call, invocation, { fault, pause: (ms) => pause(parts.agenda, ms) });
      });
      return hasEnded(invocation) ? silence() : answer;
    },
  };
}

/** Asked again after every await: it may have ended meanwhile. */
const hasEnded = (invocation: Invocation): boolean => invocation.ended;

function countRound(invocation: Invocation, round: number): void {
  if (invocation.lastRound === round) return;
  invocation.lastRound = round;
  invocation.roundTrips += 1;
}

/** How long a torn call rests between its parts. */
const TORN_MS = 500;
/** How late a slow answer is, unless told. */
const SLOW_SECONDS = 20;

const pause = ({ globals }: Agenda, ms: number): Promise<void> =>
  new Promise((resolve) => {
    globals.setTimeout(() => resolve(), ms);
  });

/** What can strike this call: others wait for one that they can strike. */
const kindsFor = ({ refuse, contended, torn }: GateCall): readonly FaultKind[] => [
  ...SILENT,
  ...(refuse ? ANSWERS : []),
  ...(refuse && contended ? (['409'] as const) : []),
  ...(torn ? (['torn'] as const) : []),
];
const SILENT = ['timeout-before', 'timeout-after', 'crash-before', 'crash-after', 'partial', 'slow'] as const;
const ANSWERS = ['refuse', '429', '500'] as const;

type Strike = { readonly fault: Fault | undefined; readonly pause: (ms: number) => Promise<void> };

async function strike(call: GateCall, invocation: Invocation, { fault, pause: rest }: Strike): Promise<Response> {
  if (!fault) return call.perform(invocation);
  switch (fault.kind) {
    case 'timeout-before':
      return silence();
    case 'timeout-after':
      await call.perform(invocation);
      return silence();
    case 'crash-before':
      invocation.end({ kind: 'crashed' });
      return silence();
    case 'crash-after':
      await call.perform(invocation);
      invocation.end({ kind: 'crashed' });
      return silence();
    case 'slow': {
      const answer = await call.perform(invocation);
      await rest((fault.lateSeconds ?? SLOW_SECONDS) * 1_000);
      return answer;
    }
    case 'torn':
      return call.torn ? call.torn(invocation, () => rest(TORN_MS)) : call.perform(invocation);
    case 'partial':
      return partly(call, invocation);
    case 'refuse':
    case '409':
    case '429':
    case '500':
      return call.refuse ? call.refuse(fault) : call.perform(invocation);
    default:
      return fault.kind satisfies never;
  }
}

async function partly(call: GateCall, invocation: Invocation): Promise<Response> {
  if (call.partly) return call.partly(invocation);
  await call.perform(invocation);
  return call.refuse?.({ at: call.at, kind: '500', times: 1 }) ?? new Response('', { status: 500 });
}

/** An answer that never comes. */
const silence = () => new Promise<never>(() => undefined);

/** Rejects as `fetch` does when the caller gives up. */
function abortable(signal: AbortSignal | null | undefined, work: () => Promise<Response>): Promise<Response> {
  if (!signal) return work();
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason as Error);
    if (signal.aborted) return giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', giveUp));
    return undefined;
  });
}

function lateCall(log: PlatformLog, invocation: Invocation, at: string): Promise<Response> {
  log.write('warn', invocation.functionKey, `${at} was called after the function had ended: it is never answered`);
  return silence();
}
