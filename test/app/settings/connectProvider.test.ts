import { leavePlatform } from '../../forge/onPlatform';
import { connectMeta, metaCredentials, openSettings } from './admin';

afterEach(leavePlatform);

test('a connected provider appears with its webhook address and steps, its secrets only by name', async () => {
  const settings = openSettings();

  const id = await connectMeta(settings);

  const { connections } = await settings.done('viewSettings', {});
  expect(connections).toMatchObject([
    { id, provider: 'meta', title: 'WhatsApp line', stored: ['accessToken', 'appSecret'], numbers: [], unclaimed: [] },
  ]);
  const [connection] = connections;
  expect(connection?.webhookUrl).toMatch(new RegExp(`^https://.*/inbound/${id}/[0-9a-f]{32}$`));
  expect(connection?.steps.join('\n')).toContain(`Callback URL: ${connection?.webhookUrl ?? '?'}`);
});

test('a verify token left empty is made and shown, so that it can be entered at the provider', async () => {
  const settings = openSettings();

  await connectMeta(settings);

  const [connection] = (await settings.done('viewSettings', {})).connections;
  expect(connection?.values).toMatchObject({
    phoneNumberId: '106540352242922',
    verifyToken: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
  });
  expect(connection?.steps.join('\n')).toContain(`Verify token: ${connection?.values.verifyToken ?? '?'}`);
});

test('no answer of the settings ever holds a secret', async () => {
  const settings = openSettings();
  const id = await connectMeta(settings);

  const answers = [
    await settings.call('viewSettings', {}),
    await settings.call('replaceCredentials', { connection: id, credentials: { phoneNumberId: 'not digits' } }),
    await settings.call('checkConnection', { connection: id }),
  ];

  const said = JSON.stringify(answers);
  expect([said.includes(metaCredentials.accessToken), said.includes(metaCredentials.appSecret)]).toEqual([
    false,
    false,
  ]);
});

test('wrong credentials name the field and store nothing', async () => {
  const settings = openSettings();
  const credentials = { ...metaCredentials, phoneNumberId: '+4930901820' };

  const answer = await settings.call('connectProvider', { provider: 'meta', title: 'x', credentials });

  expect(answer).toEqual({
    ok: false,
    error: { code: 'bad-credentials', message: 'Please check: Phone number ID.' },
  });
  expect(settings.state.kvs).toMatchObject({ plain: {}, secrets: {} });
});

test('fields the provider does not declare are left out', async () => {
  const settings = openSettings();

  await settings.done('connectProvider', {
    provider: 'meta',
    title: 'x',
    credentials: { ...metaCredentials, verifyToken: 'mine', colour: 'red' },
  });

  expect(JSON.stringify(settings.state.kvs.secrets)).not.toContain('colour');
});

test('an unknown provider is refused', async () => {
  expect(await openSettings().refused('connectProvider', { provider: 'pigeon', title: 'x', credentials: {} })).toBe(
    'unknown-provider',
  );
});

test('a project has at most 25 connections, and the one too many leaves nothing behind', async () => {
  const settings = openSettings();
  for (let index = 0; index < 25; index += 1) await connectMeta(settings);

  expect(
    await settings.refused('connectProvider', { provider: 'meta', title: 'x', credentials: metaCredentials }),
  ).toBe('failed');
  expect((await settings.done('viewSettings', {})).connections).toHaveLength(25);
});

test('an open field left empty means what its form starts with', async () => {
  const settings = openSettings();
  const credentials = { baseUrl: 'xyz123.api.infobip.com', apiKey: 'key', webhookSecret: 'correct-horse-battery' };

  await settings.done('connectProvider', { provider: 'infobip', title: 'Infobip', credentials });

  const { connections } = await settings.done('viewSettings', {});
  expect(connections).toMatchObject([{ provider: 'infobip', values: { webhookSecurity: 'basic' } }]);
});
