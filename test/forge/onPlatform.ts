import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../../src/app/call';
import type { Ports } from '../../src/app/ports';
import { ports } from '../../src/forge/ports';
import { registry } from '../../src/providers/registry';
import { chanceFrom } from '../../sandbox/chance';
import { createGraphql } from '../../sandbox/forge/graphql';
import type { Gate } from '../../sandbox/forge/gate';
import type { Invocation } from '../../sandbox/forge/invocation';
import { createJiraCalls, type ProductInit, type ProductOptions } from '../../sandbox/forge/jiraCalls';
import { createKvsDoor } from '../../sandbox/forge/kvs/door';
import { newLog } from '../../sandbox/forge/log';
import { newPlatformState, parseManifest, type PlatformState } from '../../sandbox/forge/platform';
import { createJira, newJiraState, type JiraSite } from '../../sandbox/jira/site';
import { newLedger, type Ledger } from '../../sandbox/ledger';
import { closeDoor, enterRuntime } from './door';

const manifest = parseManifest(readFileSync(join(__dirname, '../../manifest.yml'), 'utf8'));
const entities = new Map((manifest.app.storage?.entities ?? []).map((entity) => [entity.name, entity]));

/** The sandbox's storage, Jira and web trigger addresses behind the app's real ports, in this process. */
export type TestPlatform = {
  readonly app: App;
  readonly ports: Ports;
  readonly state: PlatformState;
  readonly jira: JiraSite;
  readonly ledger: Ledger;
  /** Whose session the following calls run in. */
  as(email: string): string;
  /** Forgets the module's memory, as a fresh process of the same installation would. */
  restart(): void;
};

let processes = 0;

/** Opens a fresh installation; `replaced` stands in for single ports. `queryLagMs` is how far lists lag behind. */
export function onPlatform({ replaced = {}, queryLagMs = 0 }: { replaced?: Partial<Ports>; queryLagMs?: number } = {}) {
  const chance = chanceFrom({ seed: 7 });
  const state = newPlatformState(chance);
  const ledger = newLedger();
  const log = newLog(Date.now);
  const now = () => Date.now();
  const baseUrl = 'https://omnichat.example';
  const site = { state: newJiraState(), agenda: { now }, chance, emit: () => undefined, baseUrl, indexed: [] };
  const jira = createJira({ ...site, appAccountId: 'app-account' });
  jira.seedDemo();
  const session: { accountId?: string } = {};
  const gate: Gate = { pass: ({ perform }) => perform({ functionKey: 'test', ...session } as Invocation), passed: 0 };
  const store = { state: state.kvs, entities, now, lagMs: () => queryLagMs };
  const kvs = createKvsDoor({ store, gate, ledger, log });
  const jiraCalls = createJiraCalls({ manifest, jira: jira.door, gate, ledger, log, now });
  const graphql = createGraphql({ manifest, gate, baseUrl });
  const door = (options: ProductOptions & { type: string; remote?: string }, path: string, init?: ProductInit) => {
    if (options.type === 'kvs') return kvs(path, init);
    return options.remote === 'jira' ? jiraCalls(options, path, init) : graphql(init);
  };
  const restart = () => enterRuntime(`installation ${(processes += 1)}`, door);
  restart();
  const own: Ports = { ...ports, ...replaced };
  const as = (email: string) => (session.accountId = jira.accountFor(email) ?? '');
  return { app: { ports: own, registry }, ports: own, state, jira, ledger, as, restart } satisfies TestPlatform;
}

export const leavePlatform = closeDoor;
