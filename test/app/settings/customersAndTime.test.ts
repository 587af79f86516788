import { leavePlatform } from '../../forge/onPlatform';
import { openSettings } from './admin';

afterEach(leavePlatform);

test.each([
  ['europe/zagreb', 'Europe/Zagreb'],
  [' UTC ', 'UTC'],
])('the time zone %j is saved as %s', async (timeZone, saved) => {
  const settings = openSettings();

  await settings.done('saveTimeZone', { timeZone });

  expect((await settings.done('viewSettings', {})).timeZone).toBe(saved);
});

test('a time zone that somebody else chose meanwhile is not replaced unseen', async () => {
  const settings = openSettings();
  const { timeZone: from } = await settings.done('viewSettings', {});
  await settings.done('saveTimeZone', { timeZone: 'Europe/London', from });

  expect(await settings.refused('saveTimeZone', { timeZone: 'Europe/Zagreb', from })).toBe('theirs-shown');
  expect((await settings.done('viewSettings', {})).timeZone).toBe('Europe/London');
  await settings.done('saveTimeZone', { timeZone: 'Europe/London', from });
  await settings.done('saveTimeZone', { timeZone: 'Europe/Zagreb', from: 'Europe/London' });
  expect((await settings.done('viewSettings', {})).timeZone).toBe('Europe/Zagreb');
});

test.each(['Europe/Atlantis', '+02:00', '', 'now'])('%j is no time zone', async (timeZone) => {
  expect(await openSettings().refused('saveTimeZone', { timeZone })).toBe('bad-time-zone');
});

test.each([
  ['customers.example.com', 'customers.example.com'],
  ['@Customers.Example.COM', 'customers.example.com'],
  ['kundschaft-köln.de', 'xn--kundschaft-kln-6pb.de'],
])('the domain %s is saved as %s', async (domain, saved) => {
  const settings = openSettings();

  await settings.done('saveCustomerDomain', { domain });

  expect((await settings.done('viewSettings', {})).customers).toMatchObject({ domain: saved, domainIsDefault: false });
});

test.each([
  'localhost',
  'example',
  'https://example.com',
  'a@example.com',
  'example.com/path',
  '-a.example',
  'exa mple.com',
  '127.0.0.1',
  `${'a'.repeat(64)}.com`,
])('%s is no domain for customers', async (domain) => {
  expect(await openSettings().refused('saveCustomerDomain', { domain })).toBe('bad-domain');
});

test('an empty domain is the default again', async () => {
  const settings = openSettings();
  await settings.done('saveCustomerDomain', { domain: 'customers.example.com' });

  await settings.done('saveCustomerDomain', { domain: '' });

  expect((await settings.done('viewSettings', {})).customers).toMatchObject({
    domain: 'omnichat.invalid',
    domainIsDefault: true,
  });
});
