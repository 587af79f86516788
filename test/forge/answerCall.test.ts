import { asProjectId } from '../../src/domain/ids';
import { ok } from '../../src/domain/result';
import type { CallName } from '../../src/contract/calls';
import { calls } from '../../src/contract/calls';
import { callTable } from '../../src/forge/callTable';
import { answerCall, type CallTable } from '../../src/forge/answerCall';
import { changeSettings } from '../../src/storage/settings';
import { leavePlatform, onPlatform } from './onPlatform';

const project = { id: '10000', key: 'SUP' };

const start = (email: string, table: CallTable = callTable) => {
  const platform = onPlatform();
  const accountId = platform.as(email);
  const call = (name: CallName, payload: unknown, extension: Record<string, unknown> = { project }) =>
    answerCall({ app: platform.app, table }, name, { payload, context: { accountId, extension } });
  return { ...platform, accountId, call };
};

beforeEach(() => {
  for (const method of ['warn', 'error', 'log'] as const)
    jest.spyOn(console, method).mockImplementation(() => undefined);
});
afterEach(() => {
  leavePlatform();
  jest.restoreAllMocks();
});

const namesFor = (...callers: readonly string[]) =>
  (Object.keys(calls) as CallName[]).filter((name) => callers.includes(calls[name].caller));

test.each(namesFor('project-admin', 'site-admin'))('an agent who is no administrator may not call %s', async (name) => {
  const { call } = start('ben@example.com');

  expect(await call(name, {})).toEqual({ ok: false, error: { code: 'not-allowed', message: 'not-allowed' } });
});

test.each(namesFor('agent'))('%s is refused where no request is, even to an administrator', async (name) => {
  const { call } = start('ada@example.com');

  expect(await call(name, {})).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
});

test('permission comes before the input: a stranger learns nothing of what a call takes', async () => {
  const { call } = start('ben@example.com');

  expect(await call('saveTimeZone', { timeZone: 7 })).toMatchObject({ error: { code: 'not-allowed' } });
});

test('a project the caller does not administer is refused, whatever the page claims', async () => {
  const { call } = start('ada@example.com');

  expect(await call('viewSettings', {}, { project: { id: '99999', key: 'SUP' } })).toMatchObject({
    error: { code: 'not-allowed' },
  });
});

test.each([undefined, {}, { project: { id: '../1', key: 'SUP' } }, { project: 'SUP' }])(
  'a call from the place %j is refused',
  async (extension) => {
    const { app, accountId } = start('ada@example.com');

    expect(
      await answerCall({ app, table: callTable }, 'viewSettings', { payload: {}, context: { accountId, extension } }),
    ).toMatchObject({ error: { code: 'not-allowed' } });
  },
);

test('a wrong input names its fields and never what was entered', async () => {
  const { call } = start('ada@example.com');

  const answer = await call('connectProvider', { provider: 'meta', title: ' ', credentials: { appSecret: 7_777_777 } });

  const faults = { title: 'bad-input', 'credentials.appSecret': 'bad-input' };
  expect(answer).toEqual({ ok: false, error: { code: 'bad-input', message: 'title, credentials.appSecret', faults } });
});

test('of each rule that is wrong it is told what is wrong with it', async () => {
  const { call } = start('ada@example.com');

  const answer = await call('saveRules', { rules: { quietHours: { from: '', to: '08:00' }, reopenDays: 0 } });

  expect(answer).toMatchObject({
    error: { faults: { 'rules.quietHours.from': 'bad-time', 'rules.reopenDays': 'out-of-range' } },
  });
});

test('an unexpected error is answered "failed" and logged by its name, not told to the screen', async () => {
  const { ports, call } = start('ada@example.com');
  await changeSettings(ports.store, asProjectId('10000'), (settings) => ok(settings));
  await ports.store.put({ key: 'settings:10000' }, { version: 99 });

  expect(await call('saveRules', { rules: { autoReply: 'x' } })).toEqual({
    ok: false,
    error: { code: 'failed', message: 'unexpected error' },
  });
  expect(jest.mocked(console.error).mock.calls).toEqual([
    [expect.stringMatching(/"event":"call saveRules failed","kind":"NewerRecord"/)],
  ]);
});

test('while Jira cannot tell the permission nothing runs', async () => {
  const { app, ports, accountId } = start('ada@example.com');
  const silent = {
    ...app,
    ports: { ...ports, jira: { ...ports.jira, request: () => Promise.reject(new Error('no answer')) } },
  };
  const call = { payload: { rules: { autoReply: 'x' } }, context: { accountId, extension: { project } } };

  expect(await answerCall({ app: silent, table: callTable }, 'saveRules', call)).toMatchObject({
    error: { code: 'failed' },
  });
  expect(await ports.store.get({ key: 'settings:10000' })).toBeUndefined();
});
