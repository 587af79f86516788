import { asConnectionId } from '../../../src/domain/ids';
import { leavePlatform } from '../../forge/onPlatform';
import { connectTwilio, openSettings, sms } from './admin';

afterEach(leavePlatform);

test('a connection with numbers is in use', async () => {
  const settings = openSettings();
  const connection = await connectTwilio(settings);
  await settings.done('addNumber', { connection, receiver: '+385951006719', display: '', channels: sms });

  expect(await settings.refused('removeConnection', { connection })).toBe('in-use');
});

test('a connection without numbers goes with its secret', async () => {
  const settings = openSettings();
  const connection = await connectTwilio(settings);

  await settings.done('removeConnection', { connection });

  expect((await settings.done('viewSettings', {})).connections).toEqual([]);
  expect(await settings.ports.store.getSecret(`credentials:${connection}`)).toBeUndefined();
});

test('a removal that was cut off can be finished', async () => {
  const settings = openSettings();
  const connection = await connectTwilio(settings);
  await settings.ports.store.delete({ key: `connection:${asConnectionId(connection)}` });

  await settings.done('removeConnection', { connection });

  expect(await settings.ports.store.getSecret(`credentials:${connection}`)).toBeUndefined();
  expect(await settings.refused('removeConnection', { connection })).toBe('not-found');
});

test.each(['nothing', 'settings:10000', ''])('"%s" is no connection', async (connection) => {
  expect(await openSettings().refused('removeConnection', { connection })).toBe('not-found');
});
