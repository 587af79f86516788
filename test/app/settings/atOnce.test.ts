import { asConnectionId, asNumberId } from '../../../src/domain/ids';
import { loadConnection } from '../../../src/storage/connections';
import { findNumber } from '../../../src/storage/numbers';
import { leavePlatform } from '../../forge/onPlatform';
import { connectTwilio, openSettings, sms } from './admin';

afterEach(leavePlatform);

const numbers = ['+385951006719', '+385951006720', '+385951006721'];
const adding = (connection: string, receiver: string) => ({ connection, receiver, display: receiver, channels: sms });

/** What two administrators do in the same instant. */
async function connected() {
  const settings = openSettings();
  const connection = await connectTwilio(settings);
  const add = (receiver: string) => settings.done('addNumber', adding(connection, receiver));
  const held = async () => {
    const open = await loadConnection(settings.ports, asConnectionId(connection), { fresh: true });
    return open?.connection.numbers.map(({ receiver }) => receiver).toSorted();
  };
  return { settings, connection, add, held };
}

test('of rules that are saved in the same instant none is lost', async () => {
  const settings = openSettings();

  await Promise.all([
    settings.done('saveRules', { rules: { agentName: true } }),
    settings.done('saveRules', { rules: { reopenDays: 7 } }),
    settings.done('saveTimeZone', { timeZone: 'Europe/Zagreb' }),
  ]);

  const view = await settings.done('viewSettings', {});
  expect(view.timeZone).toBe('Europe/Zagreb');
  expect(view.rules.project).toMatchObject({ agentName: true, reopenDays: 7 });
});

test('closing by statuses and the last of them cannot go together in the same instant', async () => {
  const settings = openSettings();
  await settings.done('saveRules', { rules: { closeStatuses: ['Resolved'] } });

  const answers = await Promise.all([
    settings.call('saveRules', { rules: { closeOn: 'statuses' } }),
    settings.call('saveRules', { rules: { closeStatuses: [] } }),
  ]);

  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test('of numbers that are added and removed in the same instant none is lost and none comes back', async () => {
  const { settings, add, held } = await connected();
  const [first = '', ...others] = numbers;
  const { number } = await add(first);

  await Promise.all([...others.map(add), settings.done('removeNumber', { number })]);

  expect(await held()).toEqual(others);
});

test('a number that is removed and added again in the same instant is found where it is listed', async () => {
  const { settings, add, held } = await connected();
  const [receiver = ''] = numbers;
  const { number } = await add(receiver);

  await Promise.all([
    settings.call('removeNumber', { number }),
    settings.call('addNumber', {
      ...adding((await findNumber(settings.ports, asNumberId(number)))?.connection.id ?? '', receiver),
    }),
  ]);

  const isListed = (await held())?.includes(receiver) ?? false;
  expect((await findNumber(settings.ports, asNumberId(number))) !== undefined).toBe(isListed);
});

test('a connection does not go in the instant in which a number is added to it', async () => {
  const { settings, connection, held } = await connected();

  const answers = await Promise.all([
    settings.call('addNumber', adding(connection, numbers[0] ?? '')),
    settings.call('removeConnection', { connection }),
  ]);

  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await held()).toEqual(answers[0].ok ? [numbers[0]] : undefined);
});

test('a number stays while the same connection is put into shadow mode', async () => {
  const { settings, connection, add, held } = await connected();

  await Promise.all([add(numbers[0] ?? ''), settings.done('saveVerification', { connection, verification: 'shadow' })]);

  expect(await held()).toEqual([numbers[0]]);
  expect((await loadConnection(settings.ports, asConnectionId(connection)))?.connection.verification).toBe('shadow');
});
