import { asConnectionId, asConversationId, asProjectId } from '../../../src/domain/ids';
import { registry } from '../../../src/providers/registry';
import { saveDeadLetter } from '../../../src/storage/deadLetters';
import { writeDeliveryLog } from '../../../src/storage/deliveryLog';
import { rememberWays } from '../../../src/storage/ways';
import { leavePlatform } from '../../forge/onPlatform';
import { connectMeta, moodyJira, openSettings } from './admin';

afterEach(leavePlatform);

test('a new project shows the providers, its request types and the defaults', async () => {
  const view = await openSettings().done('viewSettings', {});

  expect(view).toMatchObject({
    project: { id: '10000', key: 'SUP' },
    connections: [],
    requestTypes: [
      { id: '10', name: 'WhatsApp' },
      { id: '11', name: 'SMS' },
      { id: '12', name: 'Incident' },
    ],
    rules: { preset: 'comments-and-omnichat', numbers: [], project: { autoReply: '' } },
    timeZone: 'UTC',
    customers: { domain: 'omnichat.invalid', domainIsDefault: true, mayChangeDomain: true },
    problems: [],
  });
  expect(view.providers.map(({ id }) => id)).toEqual([...registry.keys()]);
  expect(view.providers.map(({ id, fields }) => [id, fields.filter(({ secret }) => secret).length])).toEqual(
    expect.arrayContaining([
      ['meta', 2],
      ['twilio', 1],
    ]),
  );
});

test('it says how the reporter came about, and why the app is it', async () => {
  const settings = openSettings();
  const reporter = { way: 'app', reason: 'forbidden', at: 1 } as const;
  await rememberWays(settings.ports, asProjectId('10000'), { reporter });

  expect((await settings.done('viewSettings', {})).customers.reporter).toEqual({ way: 'app', reason: 'forbidden' });
});

test('it counts refused webhooks and refused messages of a connection and tells the time of the last', async () => {
  const settings = openSettings();
  const connection = asConnectionId(await connectMeta(settings));
  const now = Date.now();
  const entry = { kind: 'refused-webhook', reason: 'wrong-signature' } as const;
  await writeDeliveryLog(settings.ports, connection, { at: now - 1_000, ...entry });
  await writeDeliveryLog(settings.ports, connection, { at: now, ...entry });
  await writeDeliveryLog(settings.ports, connection, {
    at: now + 1,
    kind: 'failed-send',
    reason: 'blocked',
    code: '131049',
  });

  const [view] = (await settings.done('viewSettings', {})).connections;

  expect(view?.refused).toEqual({ count: 2, lastAt: new Date(now).toISOString() });
  const lastAt = new Date(now + 1).toISOString();
  expect(view?.failed).toEqual({ count: 1, lastAt, reason: 'blocked', code: '131049' });
});

test('work that failed for good is listed with its request', async () => {
  const settings = openSettings();
  const at = Date.parse('2026-11-20T10:00:00Z');
  await saveDeadLetter(settings.ports.store, {
    conversation: asConversationId(`10000.${'a'.repeat(32)}.1`),
    effect: 'e4',
    work: 'mirror',
    reason: 'forbidden',
    issueKey: 'SUP-1',
    at,
  });

  expect((await settings.done('viewSettings', {})).problems).toEqual([
    { effect: 'e4', work: 'mirror', code: 'forbidden', issueKey: 'SUP-1', at: '2026-11-20T10:00:00.000Z' },
  ]);
});

test('without an answer about request types the rest of the page is there', async () => {
  const settings = openSettings({ jira: moodyJira().jira });

  const view = await settings.done('viewSettings', {});

  expect([view.requestTypes, view.providers.length]).toEqual([[], registry.size]);
});
