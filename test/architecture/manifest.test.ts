import { validate } from '@forge/manifest';
import { existsSync, readFileSync } from 'node:fs';
import { calls } from '../../src/contract/calls';
import { registry } from '../../src/providers/registry';
import { isDeclared } from '../../sandbox/forge/egress';
import { evaluateExpression } from '../../sandbox/forge/expression';
import { modulesOf, parseManifest, scopeOf } from '../../sandbox/forge/manifest';

const text = readFileSync('manifest.yml', 'utf8');
const manifest = parseManifest(text);
const file = manifest as typeof manifest & {
  resources: { key: string; path: string; entry?: Record<string, string> }[];
  translations: { resources: { key: string; path: string }[]; fallback: { default: string } };
};
const everyModule = Object.entries(manifest.modules).flatMap(([type, modules]) =>
  modules.map((module) => ({ type, ...module })),
);
const screens = everyModule.filter((module): module is typeof module & { resource: string } => 'resource' in module);
const entities = manifest.app.storage?.entities ?? [];

test('the manifest passes the full validation of Forge', async () => {
  const { success, errors } = await validate(false);
  expect({ success, errors }).toEqual({ success: true, errors: [] });
});

test('every function is exported by src/index.ts under its handler, and nothing else is', () => {
  const exported = [
    ...readFileSync('src/index.ts', 'utf8').matchAll(/export (?:const |async function |function |\{ )?([^}=;(]*)/g),
  ];
  const names = exported.flatMap(([, list = '']) => list.split(',').map((name) => name.trim().split(' ').at(-1) ?? ''));
  const handlers = modulesOf(manifest, 'function').map(({ handler }) => handler?.replace('index.', ''));
  expect(names.sort()).toEqual([...handlers].sort());
});

test('every function is used by a module, and every module that names one names one that exists', () => {
  const declared = modulesOf(manifest, 'function').map(({ key }) => key);
  const used = everyModule.flatMap(({ type, function: own, resolver }) =>
    type === 'function' ? [] : [own, resolver?.function].filter((key) => key !== undefined),
  );
  expect([...new Set(used)].sort()).toEqual([...declared].sort());
});

test('every host of every provider is declared', () => {
  const hosts = [...registry.values()].flatMap(({ egress }) => egress);
  expect(hosts.length).toBeGreaterThan(0);
  expect(hosts.filter((host) => !isDeclared(manifest, host.replace(/^https:\/\//, '').replace('*', 'any')))).toEqual(
    [],
  );
});

test('every declared host says whether user data go there', () => {
  const entries = manifest.permissions?.external?.fetch?.backend ?? [];
  expect(entries.filter((entry) => typeof entry === 'string' || !('inScopeEUD' in entry))).toEqual([]);
});

test('the scopes of every product event are declared', () => {
  // Forge's own list; `validate` reads it only where it is online.
  const list = readFileSync('node_modules/@forge/manifest/out/mapping/product-event-to-scope-mapping.json', 'utf8');
  const { mapping: scopes } = JSON.parse(list) as {
    mapping: { productEvent: string; oAuthScopes: { current: string[] } }[];
  };
  const events = modulesOf(manifest, 'trigger').flatMap((trigger) => trigger.events ?? []);
  const wanted = events.map(
    (event) => scopes.find(({ productEvent }) => productEvent === event)?.oAuthScopes.current ?? ['?'],
  );
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.flat().filter((scope) => !scopeOf(manifest, scope))).toEqual([]);
});

test('the app may impersonate to write, and only there', () => {
  const names = Object.keys(manifest.permissions?.scopes ?? {});
  expect(names.filter((name) => scopeOf(manifest, name)?.allowImpersonation)).toEqual([
    'write:jira-work',
    'write:servicedesk-request',
  ]);
});

test('filters are written so that an event that hides its project comes through', () => {
  const filters = modulesOf(manifest, 'trigger').flatMap(({ filter }) => filter?.expression ?? []);
  const through = (fields: unknown) => filters.map((one) => evaluateExpression(one, { event: { issue: { fields } } }));
  expect(through({ project: { projectTypeKey: 'service_desk' } })).toEqual(filters.map(() => true));
  expect(through({ project: { id: '1' } })).toEqual(filters.map(() => true));
  expect(through(undefined)).toEqual(filters.map(() => true));
  expect(through({ project: { projectTypeKey: 'software' } })).toEqual(filters.map(() => false));
});

test('the event of a request being created comes even where the app created it', () => {
  const births = modulesOf(manifest, 'trigger').filter(({ events }) => events?.includes('avi:jira:created:issue'));
  expect(births.map(({ filter }) => filter?.ignoreSelf ?? false)).toEqual([false]);
});

test('entities stay within the limits the offline validation does not know', () => {
  expect(entities.length).toBeLessThanOrEqual(20);
  for (const { name, attributes, indexes = [] } of entities) {
    expect(Object.keys(attributes).length).toBeLessThanOrEqual(50);
    expect(Object.keys(attributes).filter((attribute) => attribute.length > 30)).toEqual([]);
    expect(indexes.length).toBeLessThanOrEqual(7);
    const indexed = indexes.flatMap((index) =>
      typeof index === 'string' ? [index] : [...(index.partition ?? []), ...index.range],
    );
    expect([name, indexed.filter((attribute) => (attributes[attribute]?.type ?? 'any') === 'any')]).toEqual([name, []]);
    expect(indexes.filter((index) => typeof index !== 'string' && index.range.length !== 1)).toEqual([]);
  }
});

test('there are at most five schedules, and one of five minutes', () => {
  const intervals = modulesOf(manifest, 'scheduledTrigger').map(({ interval }) => interval);
  expect(intervals.length).toBeLessThanOrEqual(5);
  expect(intervals.filter((interval) => interval === 'fiveMinute').length).toBeLessThanOrEqual(1);
});

test('every queue has one consumer, and its function has time for the longest effect', () => {
  const queues = modulesOf(manifest, 'consumer').map(({ queue }) => queue);
  expect(new Set(queues).size).toBe(queues.length);
  const perform = modulesOf(manifest, 'function').find(({ key }) => key === 'perform');
  expect(perform?.timeoutSeconds).toBeGreaterThanOrEqual(120);
});

test('every screen has its file, and every built screen a module', () => {
  const ui = file.resources.find(({ key }) => key === 'ui');
  const entries = Object.keys(ui?.entry ?? {});
  expect([...new Set(screens.map(({ resource }) => resource))].sort()).toEqual(
    entries.map((entry) => `ui/${entry}`).sort(),
  );
  const files = Object.values(ui?.entry ?? {}).map((name) => `${ui?.path ?? ''}/${name}`);
  expect(files.filter((path) => !existsSync(path))).toEqual([]);
});

test('S2-13 S2-30 the tab is an activity of the request, beside its comments; the panel stands among its details', () => {
  const [tab, panel] = [modulesOf(manifest, 'jira:issueActivity'), modulesOf(manifest, 'jira:issueContext')];
  expect(tab).toMatchObject([{ key: 'issue-tab', title: { i18n: 'app.title' } }]);
  expect(panel).toMatchObject([{ key: 'context-panel', label: { i18n: 'app.open' } }]);
  const { app } = JSON.parse(readFileSync('static/locales/en-US.json', 'utf8')) as { app: object };
  expect(app).toEqual({ title: 'OmniChat', open: 'Open OmniChat' });
});

test('every icon of a module is there', () => {
  const icons = [...text.matchAll(/icon: resource:(\w+);(\S+)/g)];
  const paths = icons.map(
    ([, key, name = '']) => `${file.resources.find((one) => one.key === key)?.path ?? ''}/${name}`,
  );
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

test('every sentence a module names is in the default language', () => {
  const { resources, fallback } = file.translations;
  const path = resources.find(({ key }) => key === fallback.default)?.path ?? '';
  const sentences = JSON.parse(readFileSync(path, 'utf8')) as unknown;
  const keys = [...text.matchAll(/\{ i18n: ([\w.-]+) \}/g)].map(([, key = '']) => key);
  const found = (key: string) =>
    key.split('.').reduce<unknown>((level, name) => (level as Record<string, unknown> | undefined)?.[name], sentences);
  expect(keys.length).toBeGreaterThan(0);
  expect(keys.filter((key) => typeof found(key) !== 'string')).toEqual([]);
});

test('the property of requests is searchable by everything it holds', () => {
  const [facts] = modulesOf(manifest, 'jira:entityProperty') as unknown as [
    { propertyKey: string; values: { path: string; type: string; searchAlias: string }[] },
  ];
  const aliases = facts.values.map(({ path, type, searchAlias }) => [path, type, searchAlias]);
  expect(aliases).toEqual([
    ['channel', 'string', 'omniChannel'],
    ['state', 'string', 'omniState'],
    ['waitingOn', 'string', 'omniWaitingOn'],
    ['intent', 'string', 'omniIntent'],
    ['unread', 'string', 'omniUnread'],
    ['windowEnds', 'date', 'omniWindowEnds'],
  ]);
});

test('screens of agents and of administrators have modules that only they are shown', () => {
  const callers = new Set(Object.values(calls).map(({ caller }) => caller));
  expect(callers).toContain('agent');
  const hidden = (key: string) =>
    (everyModule.find((one) => one.key === key) as { displayConditions?: Record<string, unknown> } | undefined)
      ?.displayConditions;
  expect(hidden('issue-tab')).toEqual({
    projectType: 'service_desk',
    canUseServiceManagementAgentFeatures: true,
    entityPropertyExists: { entity: 'issue', propertyKey: 'omnichat' },
  });
  expect(hidden('settings')).toEqual({ projectType: 'service_desk', isProjectAdmin: true });
});
