import { demoProject } from '../../../sandbox/jira/demo';
import { leavePlatform } from '../../forge/onPlatform';
import { connectTwilio, openSettings, sms } from './admin';

const other = { id: '10001', key: 'OPS' };

/** Ada administers both projects, and SUP has a connection with a number. */
const start = async () => {
  const settings = openSettings();
  settings.jira.state.projects.push({ ...demoProject(), ...other, serviceDeskId: '2' });
  const connection = await connectTwilio(settings);
  const receiver = '+385951006719';
  const { number } = await settings.done('addNumber', { connection, receiver, display: '', channels: sms });
  const fromOther: typeof settings.call = (name, payload) => settings.call(name, payload, other);
  return { settings, connection, receiver, number, fromOther };
};

afterEach(leavePlatform);

test('the settings of one project do not show another project’s connections', async () => {
  const { fromOther } = await start();

  expect(await fromOther('viewSettings', {})).toMatchObject({ ok: true, output: { connections: [] } });
});

test('no call of one project reaches another project’s connection or number, though the ids are right', async () => {
  const { settings, connection, receiver, number, fromOther } = await start();
  const before = JSON.stringify(settings.state.kvs);

  const answers = [
    await fromOther('replaceCredentials', { connection, credentials: { authToken: 'stolen' } }),
    await fromOther('checkConnection', { connection }),
    await fromOther('removeConnection', { connection }),
    await fromOther('addNumber', { connection, receiver, display: 'mine', channels: sms }),
    await fromOther('removeNumber', { number }),
    await fromOther('dismissUnclaimed', { connection, receiver }),
  ];

  expect(answers.map((answer) => (answer.ok ? 'done' : answer.error.code))).toEqual(Array(6).fill('not-found'));
  expect(JSON.stringify(settings.state.kvs)).toBe(before);
});

test('a number in use in one project is taken for every other', async () => {
  const { settings, receiver } = await start();
  const credentials = { accountSid: `AC${'1'.repeat(32)}`, authToken: 'other' };
  const mine = await settings.call('connectProvider', { provider: 'twilio', title: 'Mine', credentials }, other);
  const connection = mine.ok ? mine.output.connection : '';

  expect(await settings.call('addNumber', { connection, receiver, display: '', channels: sms }, other)).toMatchObject({
    error: { code: 'number-taken' },
  });
});
