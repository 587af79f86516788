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

describe('the credentials before', () => {
  const replace = (settings: ReturnType<typeof openSettings>, connection: string, appSecret: string) =>
    settings.done('replaceCredentials', { connection, credentials: { ...metaCredentials, appSecret } });
  const former = async (settings: ReturnType<typeof openSettings>, id: string) =>
    ((await loadConnection(settings.ports, asConnectionId(id)))?.former ?? []).map(({ values }) => values.appSecret);

  test('are kept with their end, which the card tells', async () => {
    const settings = openSettings();
    const id = await connectMeta(settings);

    await replace(settings, id, 'new-s3cret');

    const [view] = (await settings.done('viewSettings', {})).connections;
    const [before] = (await loadConnection(settings.ports, asConnectionId(id)))?.former ?? [];
    expect(view?.formerUntil).toBe(new Date(before?.until ?? 0).toISOString());
    expect(JSON.stringify(view)).not.toContain(metaCredentials.appSecret);
  });

  test('of several replacements in a day are all kept, the latest first, and those in use again are none', async () => {
    const settings = openSettings();
    const id = await connectMeta(settings);

    await replace(settings, id, 'mistyped');
    await replace(settings, id, 'new-s3cret');
    expect(await former(settings, id)).toEqual(['mistyped', metaCredentials.appSecret]);

    await replace(settings, id, 'mistyped');
    expect(await former(settings, id)).toEqual(['new-s3cret', metaCredentials.appSecret]);
  });

  test('entered again unchanged are replaced by nothing', async () => {
    const settings = openSettings();
    const id = await connectMeta(settings);

    await replace(settings, id, '');

    const [view] = (await settings.done('viewSettings', {})).connections;
    expect(view?.formerUntil).toBeUndefined();
  });

  test('are forgotten when the administrator ends them', async () => {
    const settings = openSettings();
    const id = await connectMeta(settings);
    await replace(settings, id, 'new-s3cret');

    await settings.done('endFormerCredentials', { connection: id });

    expect(await former(settings, id)).toEqual([]);
    expect(await stored(settings, id)).toMatchObject({ appSecret: 'new-s3cret' });
  });
});
