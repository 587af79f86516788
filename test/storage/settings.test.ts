import { asProjectId } from '../../src/domain/ids';
import { ok } from '../../src/domain/result';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { NewerRecord } from '../../src/storage/record';
import {
  changeSettings,
  loadSettings,
  loadSiteSettings,
  saveSiteSettings,
  settingsFrom,
} from '../../src/storage/settings';
import { leavePlatform, onPlatform } from '../forge/onPlatform';

const project = asProjectId('10000');

afterEach(leavePlatform);

test('a project that saved nothing has the defaults', async () => {
  const { ports } = onPlatform();

  expect(await loadSettings(ports.store, project)).toEqual(DEFAULT_SETTINGS);
});

test('a change keeps what it does not touch', async () => {
  const { store } = onPlatform().ports;
  await changeSettings(store, project, (settings) => ok({ ...settings, autoReply: 'Thank you' }));

  await changeSettings(store, project, (settings) => ok({ ...settings, timeZone: 'Europe/Zagreb' }));

  expect(await loadSettings(store, project)).toEqual({
    ...DEFAULT_SETTINGS,
    autoReply: 'Thank you',
    timeZone: 'Europe/Zagreb',
  });
});

test('a record from before a setting existed gets its default', () => {
  expect(settingsFrom({ version: 1, timeZone: 'Europe/Berlin' })).toEqual({
    ...DEFAULT_SETTINGS,
    timeZone: 'Europe/Berlin',
  });
});

test('settings written by newer code are not read, so they cannot be overwritten by a guess', async () => {
  const { store } = onPlatform().ports;
  await store.put({ key: 'settings:10000' }, { version: 2, timeZone: 'UTC' });

  await expect(changeSettings(store, project, (settings) => ok(settings))).rejects.toThrow(NewerRecord);
});

test('the site’s settings are remembered a minute and renewed at once where they are changed', async () => {
  const { ports } = onPlatform();
  expect(await loadSiteSettings(ports)).toEqual({ version: 1, customerDomain: 'omnichat.invalid' });

  await saveSiteSettings(ports, { version: 1, customerDomain: 'customers.example.com' });

  expect(await loadSiteSettings(ports)).toEqual({ version: 1, customerDomain: 'customers.example.com' });
});
