import type { Fault } from '../../faults';
import type { Ledger } from '../../ledger';
import type { Gate } from '../gate';
import type { Invocation } from '../invocation';
import type { PlatformLog } from '../log';
import { empty, json, jsonBody, refusal } from '../reply';
import type { Records } from '../state';
import { batch, batchDelete, batchGet, type BatchItem, batchSet, type BatchWork } from './batch';
import { type EntityQuery, type KeyQuery, queryEntity, queryKeys } from './query';
import { KvsRefusal } from './refusal';
import {
  type Answer,
  checkWrite,
  deleteRecord,
  getRecord,
  recordsAt,
  setRecord,
  type SetRequest,
  type Store,
} from './store';
import { transact, type TransactionRequest } from './transaction';

export type KvsDoor = (path: string, init: { readonly body?: unknown } | undefined) => Promise<Response>;
type KvsParts = { readonly store: Store; readonly gate: Gate; readonly ledger: Ledger; readonly log: PlatformLog };
type What = 'read' | 'write' | 'transaction';
/** `partly` stands in for `run` when only a part of a batch is served. */
type Route = {
  readonly at: string;
  readonly what: What;
  readonly run: Run;
  readonly partly?: Run;
  /** A batch read is no snapshot: it may be torn. */
  readonly torn?: true;
};
type Run = (store: Store, body: never) => Answer;
type Keyed = SetRequest & { readonly entityName?: string };

/** Answers `@forge/kvs` as the storage service does. */
export function createKvsDoor({ store, gate, ledger, log }: KvsParts): KvsDoor {
  const record = (what: What, { functionKey }: Invocation, size: { bytes: number; keys: number }) =>
    ledger.record({ at: store.now(), kind: 'kvs', what, function: functionKey, ...size });
  const perform = (route: Route, run: Run, body: unknown) => async (invocation: Invocation) => {
    try {
      const { body: answer, bytes, keys } = run(store, body as never);
      record(route.what, invocation, { bytes, keys });
      return answer === undefined ? empty(204) : json(200, answer);
    } catch (error) {
      if (!(error instanceof KvsRefusal)) throw error;
      record(route.what, invocation, { bytes: 0, keys: 1 });
      if (error.status === 400) log.write('error', invocation.functionKey, `${route.at}: ${error.message}`);
      return refusal(error.status, error.code, error.message);
    }
  };
  return async (path, init) => {
    const route = ROUTES[path.replace(/^\/api\/v1\//, '')];
    if (!route) return refusal(404, 'NOT_FOUND', `the store has no ${path}`);
    const body = jsonBody(init);
    const { at, run, partly, torn } = route;
    const partial = partly && { partly: perform(route, partly, body) };
    const tearing = torn &&
      (body as readonly BatchItem[]).length > 1 && {
        torn: tornRead({ perform: (part) => perform(route, run, part), body }),
      };
    const contended = route.what === 'transaction';
    return gate.pass({ at, perform: perform(route, run, body), refuse: refuseFor, contended, ...partial, ...tearing });
  };
}

type Torn = {
  readonly perform: (items: readonly BatchItem[]) => (invocation: Invocation) => Promise<Response>;
  readonly body: unknown;
};
type BatchAnswer = { readonly successfulKeys: readonly unknown[]; readonly failedKeys: readonly unknown[] };

/** Every second key is read first, the others after the pause. */
const tornRead =
  ({ perform, body }: Torn) =>
  async (invocation: Invocation, pause: () => Promise<void>): Promise<Response> => {
    const items = body as readonly BatchItem[];
    const parts = [0, 1].map((rest) => items.filter((_, index) => index % 2 === rest)).filter(({ length }) => length);
    const answers: BatchAnswer[] = [];
    for (const [index, part] of parts.entries()) {
      if (index > 0) await pause();
      const answer = await perform(part)(invocation);
      if (!answer.ok) return answer;
      answers.push((await answer.json()) as BatchAnswer);
    }
    return json(200, {
      successfulKeys: answers.flatMap(({ successfulKeys }) => successfulKeys),
      failedKeys: answers.flatMap(({ failedKeys }) => failedKeys),
    });
  };

function refuseFor(fault: Fault): Response {
  if (fault.kind === '409') return refusal(409, 'TRANSACTION_CONFLICT', 'another transaction writes the same');
  if (fault.kind === '429') return refusal(429, 'RATE_LIMIT_EXCEEDED', 'too many requests');
  if (fault.kind === '500') return refusal(500, 'INTERNAL_SERVER_ERROR', 'the store is not well');
  return refusal(400, 'REFUSED', 'the store refuses this request');
}

const plain = (store: Store): Records => store.state.plain;
const secrets = (store: Store): Records => store.state.secrets;
const entity = (store: Store, { entityName }: Keyed): Records => recordsAt(store, entityName ?? '');

type Where = (store: Store, request: Keyed) => Records;

const get = (at: string, where: Where): Route => ({
  at,
  what: 'read',
  run: (store, request: Keyed) => getRecord(store, where(store, request), request.key),
});
const set = (at: string, where: Where): Route => ({
  at,
  what: 'write',
  run: (store, request: Keyed) =>
    setRecord(store, where(store, request), { ...request, bytes: checkWrite(store, request, request.value) }),
});
const remove = (at: string, where: Where): Route => ({
  at,
  what: 'write',
  run: (store, request: Keyed) => deleteRecord(store, where(store, request), request.key),
});
const batched = (what: What, work: BatchWork): Route => ({
  at: 'kvs.batch',
  what,
  run: (store, items: readonly BatchItem[]) => batch(store, items, { work, isBroken: () => false }),
  partly: (store, items: readonly BatchItem[]) => batch(store, items, { work, isBroken: (index) => index % 2 === 0 }),
});

const ROUTES: Readonly<Record<string, Route>> = {
  get: get('kvs.get', plain),
  set: set('kvs.set', plain),
  delete: remove('kvs.set', plain),
  'secret/get': get('kvs.secret', secrets),
  'secret/set': set('kvs.secret', secrets),
  'secret/delete': remove('kvs.secret', secrets),
  'entity/get': get('kvs.get', entity),
  'entity/set': set('kvs.set', entity),
  'entity/delete': remove('kvs.set', entity),
  'batch/get': { ...batched('read', batchGet), torn: true },
  'batch/set': batched('write', batchSet),
  'batch/delete': batched('write', batchDelete),
  query: { at: 'kvs.query', what: 'read', run: (store, query: KeyQuery) => queryKeys(store, query) },
  'entity/query': { at: 'kvs.query', what: 'read', run: (store, query: EntityQuery) => queryEntity(store, query) },
  transaction: {
    at: 'kvs.transact',
    what: 'transaction',
    run: (store, request: TransactionRequest) => transact(store, request),
  },
};
