import type * as Api from '@forge/api';
import type * as Events from '@forge/events';
import type * as Kvs from '@forge/kvs';
import type * as Realtime from '@forge/realtime';
import type * as Crypto from 'node:crypto';
import { type Agenda, newAgenda } from '../../../sandbox/agenda';
import { chanceFrom } from '../../../sandbox/chance';
import type { HttpCall, HttpReply, Internet, JiraDoor } from '../../../sandbox/doors';
import { type Fault, faultsFrom } from '../../../sandbox/faults';
import {
  createPlatform,
  type Delays,
  type Manifest,
  newPlatformState,
  parseManifest,
  type PlatformState,
} from '../../../sandbox/forge/platform';
import { newLedger } from '../../../sandbox/ledger';
import { testAppFile } from './testApp';

type Own = {
  Date: DateConstructor;
  setTimeout: (run: () => void, ms?: number) => unknown;
  setInterval: (run: () => void, ms?: number) => unknown;
  clearTimeout: (handle: unknown) => void;
  fetch: typeof fetch;
  console: Console;
  Math: Math;
  AbortController: typeof AbortController;
};
export type Sdk = typeof Api &
  typeof Kvs &
  typeof Events &
  typeof Realtime & {
    kvs: typeof Kvs.kvs;
    crypto: typeof Crypto;
    own: Own;
    remember: () => number;
  };
export type Script = (sdk: Sdk, ...args: never[]) => unknown;
export type Scripts = Partial<Record<'resolver' | 'inbound' | 'perform' | 'sweep' | 'onEvent', Script>>;

export const START = Date.parse('2026-11-20T09:00:00Z');

const MANIFEST = `
app:
  id: ari:cloud:ecosystem::app/11111111-2222-4333-8444-555555555555
  storage:
    entities:
      - name: head
        attributes: { rev: { type: integer }, dueAt: { type: string }, open: { type: boolean }, share: { type: float }, doc: { type: any } }
        indexes: [dueAt, { name: by-open, partition: [open], range: [dueAt] }]
permissions:
  scopes:
    storage:app: {}
    read:jira-work: {}
    write:jira-work: { allowImpersonation: true }
  external: { fetch: { backend: [{ address: 'https://api.example.com' }, { address: '*.example.net' }] } }
modules:
  jira:issueActivity: [{ key: issue-tab, resolver: { function: resolve } }]
  webtrigger: [{ key: inbound, function: receive, response: { type: dynamic } }]
  consumer: [{ key: performer, queue: effects, function: perform }]
  scheduledTrigger: [{ key: sweep, function: sweep-heads, interval: fiveMinute }]
  trigger:
    - key: comments
      function: on-event
      events: [avi:jira:commented:issue]
      filter: { ignoreSelf: true, expression: "event.issue.fields?.project?.projectTypeKey == 'service_desk'" }
    - { key: births, function: on-event, events: [avi:jira:created:issue] }
  function:
    - { key: resolve, handler: index.resolver }
    - { key: receive, handler: index.inbound }
    - { key: perform, handler: index.perform, timeoutSeconds: 120 }
    - { key: sweep-heads, handler: index.sweep }
    - { key: on-event, handler: index.onEvent }
`;

type Wish = {
  readonly scripts?: Scripts;
  readonly manifest?: (manifest: Manifest) => Manifest;
  readonly jira?: JiraDoor;
  readonly internet?: Internet;
  readonly delays?: Partial<Delays>;
  readonly state?: PlatformState;
  readonly agenda?: Agenda;
};

/** A platform in virtual time that runs a test's own functions. One at a time: the scripts are global. */
export function testPlatform(wish: Wish = {}) {
  (globalThis as { testScripts?: Scripts }).testScripts = wish.scripts ?? {};
  const agenda = wish.agenda ?? newAgenda({ now: START, counter: 0, items: [] });
  const chance = chanceFrom({ seed: 7 });
  const faults = faultsFrom({ faults: [] });
  const ledger = newLedger();
  const state = wish.state ?? newPlatformState(chance);
  const manifest = (wish.manifest ?? ((same) => same))(parseManifest(MANIFEST));
  const platform = createPlatform({
    backendFile: testAppFile(),
    manifest,
    state,
    agenda,
    chance,
    faults,
    ledger,
    jira: wish.jira ?? (async () => jsonReply(200, {})),
    internet: wish.internet ?? (async () => jsonReply(200, {})),
    site: { cloudId: 'cloud-1', baseUrl: 'https://site.example' },
    delays: () => ({ queueMs: 100, productEventMs: [1_000, 1_000], queryLagMs: 0, ...wish.delays }),
  });
  const call = (script: Script, accountId = 'ben') => {
    (globalThis as { testScripts?: Scripts }).testScripts = { ...wish.scripts, resolver: script };
    const request = { moduleKey: 'issue-tab', call: 'call', input: {}, accountId, extension: { issue: { id: '1' } } };
    return agenda.finish(() => platform.invoke(request));
  };
  const post = (call: Partial<HttpCall> = {}) =>
    agenda.finish(() =>
      platform.webTrigger({
        method: 'POST',
        url: `${platform.webTriggerUrl('inbound')}/a/b`,
        headers: {},
        body: '',
        ...call,
      }),
    );
  const break_ = (...plan: Fault[]) => faults.set(plan);
  return { platform, agenda, chance, faults, ledger, state, call, post, breaks: break_ };
}

export const jsonReply = (status: number, body: unknown, headers: Record<string, string> = {}): HttpReply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** What a refused call of an SDK says: its code and status. */
export async function refusalOf(work: Promise<unknown>): Promise<{ code: string; status: number }> {
  try {
    await work;
  } catch (error) {
    const { code, responseDetails } = error as { code: string; responseDetails: { status: number } };
    return { code, status: responseDetails.status };
  }
  throw new Error('it was not refused');
}
