import { asConnectionId } from '../../../src/domain/ids';
import { loadConnection } from '../../../src/storage/connections';
import { leavePlatform } from '../../forge/onPlatform';
import { connectMeta, metaCredentials, openSettings } from './admin';

const stored = async (settings: ReturnType<typeof openSettings>, id: string) =>
  (await loadConnection(settings.ports, asConnectionId(id)))?.credentials;

afterEach(leavePlatform);

test('a secret left empty stays, one that was entered replaces the old one', async () => {
  const settings = openSettings();
  const id = await connectMeta(settings);

  await settings.done('replaceCredentials', {
    connection: id,
    credentials: { ...metaCredentials, accessToken: ' EAAB-new ', appSecret: '' },
  });

  expect(await stored(settings, id)).toMatchObject({ accessToken: 'EAAB-new', appSecret: metaCredentials.appSecret });
});

test('a verify token that was made stays the same: Meta knows it', async () => {
  const settings = openSettings();
  const id = await connectMeta(settings);
  const before = await stored(settings, id);

  await settings.done('replaceCredentials', { connection: id, credentials: { ...metaCredentials, verifyToken: '' } });

  expect(await stored(settings, id)).toEqual(before);
});

test('an open field that was emptied is wrong, not silently kept', async () => {
  const settings = openSettings();
  const id = await connectMeta(settings);

  const credentials = { phoneNumberId: '' };

  expect(await settings.call('replaceCredentials', { connection: id, credentials })).toEqual({
    ok: false,
    error: { code: 'bad-credentials', message: 'Please check: Phone number ID.' },
  });
});

test('the webhook address stays the same', async () => {
  const settings = openSettings();
  const id = await connectMeta(settings);
  const urls = async () => (await settings.done('viewSettings', {})).connections.map(({ webhookUrl }) => webhookUrl);
  const before = await urls();

  await settings.done('replaceCredentials', { connection: id, credentials: metaCredentials });

  expect(await urls()).toEqual(before);
});
