import type { Agenda } from '../agenda';
import type { Chance } from '../chance';
import type { HttpReply, Internet, JiraDoor, ProductEvent, WebTriggerDoor } from '../doors';
import type { Condition, Faults } from '../faults';
import type { Ledger } from '../ledger';
import { createFetch } from './egress';
import { createFunctions } from './functions';
import { createGate, type Gate } from './gate';
import { createGraphql } from './graphql';
import { createJiraCalls, type ProductInit, type ProductOptions } from './jiraCalls';
import { createKvsDoor } from './kvs/door';
import { type LogLine, newLog, type PlatformLog } from './log';
import { type Manifest, scopeOf } from './manifest';
import { createProductEvents } from './productEvents';
import { createObjectStore, type ObjectStore } from './objectStore';
import { consumeQueues } from './queueConsumer';
import { createQueueDoor } from './queueDoor';
import { createRealtime, type Realtime } from './realtime';
import { refusal } from './reply';
import { startSchedules } from './schedules';
import { createScreens, type ScreenCall } from './screens';
import { newPlatformState, type PlatformState } from './state';
import { createWebTriggers, webTriggerUrlOf } from './webTriggers';

export { newPlatformState, type PlatformState };
export { type Manifest, parseManifest } from './manifest';

export type PlatformOptions = {
  /** The backend bundle, as the Forge bundler builds it. */
  readonly backendFile: string;
  readonly manifest: Manifest;
  readonly state: PlatformState;
  readonly agenda: Agenda;
  readonly chance: Chance;
  readonly faults: Faults;
  readonly ledger: Ledger;
  readonly jira: JiraDoor;
  readonly internet: Internet;
  readonly site: { readonly cloudId: string; readonly baseUrl: string };
  readonly delays: () => Delays;
};

/** How slow the platform is at the moment. `duplicates`: how likely an event comes twice, from 0 (never, the default) to 1. */
export type Delays = {
  readonly queueMs: number;
  readonly productEventMs: readonly [number, number];
  readonly queryLagMs: number;
  /** How far Jira's search lags behind, where it is not as far as the store's queries. */
  readonly searchLagMs?: number;
  readonly duplicates?: number;
  /** Queue events come up to so much later, each by chance: out of order. */
  readonly queueJitterMs?: number;
  /** How likely a product event never comes, from 0 (never, the default) to 1. */
  readonly lost?: number;
  /** How far the app's clock is ahead of the world's; negative: behind. */
  readonly clockMs?: number;
};

/** A small Forge: it runs the app's backend and is all the app can reach. */
export type Platform = {
  /** The internet calls a web trigger. Never rejects. */
  readonly webTrigger: WebTriggerDoor;
  webTriggerUrl(moduleKey: string): string;
  /** The internet fetches a file by a public link of the object store. */
  readonly fetchLink: (url: string) => HttpReply;
  /** A screen calls the app. Rejects when the app fails. */
  invoke(call: ScreenCall): Promise<unknown>;
  /** Something happened in Jira. */
  emit(event: ProductEvent): void;
  /** Hears a global realtime channel; the answer unsubscribes. */
  readonly subscribe: Realtime['subscribe'];
  /** The newest 500 lines of the app's console and of the platform's remarks. */
  readonly logs: readonly LogLine[];
  /** Platform calls and requests that the app has made: the number of its awaits. */
  readonly callsMade: number;
  /** Ends the warm process: the app starts again with empty memory. */
  reloadApp(): void;
};

export function createPlatform(options: PlatformOptions): Platform {
  const { agenda, chance, ledger, manifest, state, site } = options;
  const log = newLog(() => agenda.now());
  const gate = createGate({ agenda, faults: options.faults, log });
  const realtime = createRealtime({ gate, log, now: () => agenda.now(), secret: state.secret });
  const objects = createObjectStore({ manifest, state, gate, baseUrl: site.baseUrl, now: () => agenda.now() });
  const doors = {
    fetch: createFetch({ ...options, gate, log, objects }),
    forgeFetch: createDoors(options, { gate, log, realtime, objects }),
  };
  const installation = { manifest, state, cloudId: site.cloudId, backendFile: options.backendFile };
  const clockMs = () => options.delays().clockMs ?? 0;
  const { felt } = options.faults;
  const own = { installation, agenda, chance, ledger, log, doors, clockMs };
  const functions = createFunctions({ ...own, ...(felt && { felt }) });
  const shared = { manifest, agenda, chance, functions, ledger, log, ...site };
  const queueMs = () => queueMsOf(options);
  const duplicate = () => happens(options, options.delays().duplicates, 'duplicate queue events');
  consumeQueues({ ...shared, state: state.queue, queueMs, duplicate });
  startSchedules(shared);
  const { installationId, environmentId } = state;
  return {
    webTrigger: createWebTriggers(shared),
    webTriggerUrl: (moduleKey) => webTriggerUrlOf(site.baseUrl, moduleKey),
    fetchLink: objects.download,
    invoke: createScreens({ ...shared, installationId, environmentId }),
    emit: createProductEvents({ ...shared, ...productWeather(options) }),
    subscribe: realtime.subscribe,
    logs: log.lines,
    get callsMade() {
      return gate.passed;
    },
    reloadApp: functions.reload,
  };
}

/** Chance is asked only where it decides: a world without such weather stays as it was. */
function happens({ chance, faults }: PlatformOptions, likely = 0, condition: Condition): boolean {
  const does = likely > 0 && chance.next() < likely;
  if (does) faults.felt?.(condition);
  return does;
}

const productWeather = (options: PlatformOptions) => ({
  delayMs: () => productEventMsOf(options),
  duplicate: () => happens(options, options.delays().duplicates, 'duplicate product events'),
  lost: () => happens(options, options.delays().lost, 'product events are lost'),
});

/** From here on what comes is late. */
const LATE_MS = 1_000;

function queueMsOf({ delays, chance, faults }: PlatformOptions): number {
  const { queueMs, queueJitterMs = 0 } = delays();
  const jitterMs = queueJitterMs > 0 ? chance.below(queueJitterMs) : 0;
  if (queueMs > LATE_MS) faults.felt?.('slow queue');
  if (jitterMs > LATE_MS) faults.felt?.('queue out of order');
  return queueMs + jitterMs;
}

function productEventMsOf({ delays, faults }: PlatformOptions): Delays['productEventMs'] {
  const range = delays().productEventMs;
  if (range[1] > LATE_MS) faults.felt?.('late product events');
  return range;
}

type DoorParts = {
  readonly gate: Gate;
  readonly log: PlatformLog;
  readonly realtime: Realtime;
  readonly objects: ObjectStore;
};
type SdkOptions = ProductOptions & { readonly type: string; readonly remote?: string };

/** The one door of the SDKs, `__forge_fetch__`: by what they ask for. */
function createDoors(options: PlatformOptions, { gate, log, realtime, objects }: DoorParts) {
  const { manifest, state, agenda, ledger, site } = options;
  const now = () => agenda.now();
  const entities = new Map((manifest.app.storage?.entities ?? []).map((entity) => [entity.name, entity]));
  const { felt } = options.faults;
  const lagMs = () => options.delays().queryLagMs;
  const store = { state: state.kvs, entities, now, lagMs, ...(felt && { felt }) };
  const kvs = createKvsDoor({ store, gate, ledger, log });
  const jira = createJiraCalls({ manifest, jira: options.jira, gate, ledger, log, now });
  const queueMs = () => queueMsOf(options);
  const queue = createQueueDoor({ manifest, state: state.queue, agenda, gate, ledger, queueMs });
  const mayStore = scopeOf(manifest, 'storage:app');
  const graphql = createGraphql({ manifest, gate, baseUrl: site.baseUrl });
  return async (asked: SdkOptions, path: string, init?: ProductInit): Promise<Response> => {
    if (asked.type === 'kvs')
      return mayStore ? kvs(path, init) : refusal(403, 'FORBIDDEN', 'the manifest lacks storage:app');
    if (asked.type === 'os') return objects.door(path, init);
    if (asked.type === 'realtime') return realtime.door(init);
    if (asked.remote === 'jira') return jira(asked, path, init);
    if (asked.remote === 'stargate' && path === '/graphql') return graphql(init);
    if (asked.remote === 'stargate' && path.startsWith('/webhook/queue/')) return queue(path, init);
    log.write('error', 'platform', `the sandbox has no ${asked.type} ${asked.remote ?? ''} ${path}`);
    return refusal(501, 'NOT_IN_SANDBOX', `the sandbox has no ${path}`);
  };
}
