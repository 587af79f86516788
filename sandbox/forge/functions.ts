import type { Agenda } from '../agenda';
import type { Chance } from '../chance';
import type { Felt } from '../faults';
import type { Ledger } from '../ledger';
import { type AppExports, type AppWorld, loadApp } from './appModule';
import { currentInvocation, inInvocation, timersOfInvocations, type Invocation, type Outcome } from './invocation';
import { consoleFor, describeError, type PlatformLog } from './log';
import { dateOf } from '../virtualTime';
import { functionOf, modulesOf } from './manifest';
import { runtimeOf, type Installation } from './runtime';

/** Runs the app's functions as the platform does: with a limit of time, in a process that stays warm until it dies. */
export type Functions = {
  /** The handler is called with `args`, copied as JSON. Never rejects; the outcome of a returned value is JSON, too. */
  readonly invoke: (call: FunctionCall) => Promise<Ended>;
  /** Forgets the app's module memory: the next invocation starts in a fresh process. */
  readonly reload: () => void;
};

export type FunctionCall = {
  readonly functionKey: string;
  readonly module: { readonly key: string; readonly type: string };
  readonly args: readonly unknown[];
  readonly limitMs: number;
  readonly accountId?: string;
  readonly fromScreen?: boolean;
  readonly pushChain?: number;
};
export type Ended = { readonly outcome: Outcome; readonly roundTrips: number; readonly ms: number };

export type FunctionParts = {
  readonly installation: Installation;
  readonly agenda: Agenda;
  readonly chance: Chance;
  readonly ledger: Ledger;
  readonly log: PlatformLog;
  readonly doors: Pick<AppWorld, 'fetch' | 'forgeFetch'>;
  /** How far the app's clock is ahead of the world's. */
  readonly clockMs: () => number;
  readonly felt?: Felt;
};

/** @throws Error when a function's handler is not exported by the bundle. */
export function createFunctions(parts: FunctionParts): Functions {
  const { installation, agenda, log } = parts;
  const load = () => loadApp(installation.backendFile, appWorld(parts));
  let app: AppExports | undefined = load();
  for (const { key } of modulesOf(installation.manifest, 'function')) handlerOf(parts, app, key);

  const reload = () => void (app = undefined);
  const started = () => {
    parts.felt?.('process starts anew');
    return load();
  };
  return {
    reload,
    invoke: (call) =>
      agenda.run(async () => {
        const startedReal = performance.now();
        const { outcome, invocation } = await runInvocation(parts, call, (app ??= started()));
        if (outcome.kind === 'crashed' || outcome.kind === 'timed-out') reload();
        if (outcome.kind !== 'returned') log.write('error', call.functionKey, sentenceOf(outcome, call.limitMs));
        const ms = elapsed(agenda.now() - invocation.startedAt, performance.now() - startedReal);
        parts.ledger.record({ at: agenda.now(), kind: 'invocation', function: call.functionKey, ms });
        return { outcome, roundTrips: invocation.roundTrips, ms };
      }),
  };
}

/** While the clock follows real time both are the same; else a wait passes only in the world and work only in reality. */
const elapsed = (virtualMs: number, realMs: number) => Math.round(Math.max(virtualMs, realMs) * 10) / 10;

async function runInvocation(parts: FunctionParts, call: FunctionCall, app: AppExports) {
  const { agenda } = parts;
  if (parts.clockMs() !== 0) parts.felt?.('clock steps');
  const handler = handlerOf(parts, app, call.functionKey);
  let end: (outcome: Outcome) => void = () => undefined;
  const ending = new Promise<Outcome>((resolve) => (end = resolve));
  const invocation = newInvocation(parts, call, end);
  const limit = agenda.globals.setTimeout(() => invocation.end({ kind: 'timed-out' }), call.limitMs);
  inInvocation(invocation, async () => asJson(await handler(...(asJson(call.args) as unknown[])))).then(
    (value) => invocation.end({ kind: 'returned', value }),
    (error: unknown) => invocation.end({ kind: 'threw', error }),
  );
  const outcome = await ending;
  agenda.globals.clearTimeout(limit);
  return { outcome, invocation };
}

function newInvocation(parts: FunctionParts, call: FunctionCall, resolve: (outcome: Outcome) => void): Invocation {
  const { agenda, chance } = parts;
  const invocation: Invocation = {
    id: chance.uuid(),
    functionKey: call.functionKey,
    moduleKey: call.module.key,
    moduleType: call.module.type,
    ...(call.accountId !== undefined && { accountId: call.accountId }),
    fromScreen: call.fromScreen ?? false,
    startedAt: agenda.now(),
    limitMs: call.limitMs,
    pushChain: call.pushChain ?? 0,
    ended: false,
    roundTrips: 0,
    lastRound: -1,
    egressRequests: 0,
    timers: new Set(),
    end(outcome) {
      if (invocation.ended) return;
      invocation.ended = true;
      for (const timer of invocation.timers) agenda.globals.clearTimeout(timer);
      resolve(outcome);
    },
  };
  return invocation;
}

function appWorld({ installation, agenda, chance, log, doors, clockMs }: FunctionParts): AppWorld {
  return {
    ...doors,
    time: { ...timersOfInvocations(agenda), Date: dateOf(() => agenda.now() + clockMs()) },
    chance,
    console: consoleFor(log, () => currentInvocation()?.functionKey ?? 'loading'),
    runtime: () => {
      const invocation = currentInvocation();
      return invocation && runtimeOf(installation, invocation, () => agenda.now());
    },
  };
}

type Handler = (...args: unknown[]) => unknown;

function handlerOf(parts: FunctionParts, app: AppExports, functionKey: string): Handler {
  const { handler } = functionOf(parts.installation.manifest, functionKey);
  const found = app[handler.split('.')[1] ?? ''];
  if (typeof found !== 'function') throw new Error(`the bundle does not export the handler ${handler}`);
  return found as Handler;
}

function sentenceOf(outcome: Outcome, limitMs: number): string {
  if (outcome.kind === 'threw') return describeError(outcome.error);
  return outcome.kind === 'crashed' ? 'the process crashed' : `the function ran into its limit of ${limitMs / 1000} s`;
}

/** What crosses the border of a process: JSON. `undefined` stays what it is. */
const asJson = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
