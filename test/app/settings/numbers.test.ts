import { asConnectionId } from '../../../src/domain/ids';
import { numberIdOf } from '../../../src/storage/keys';
import { findNumber } from '../../../src/storage/numbers';
import { countUnclaimed } from '../../../src/storage/unclaimed';
import { leavePlatform } from '../../forge/onPlatform';
import { connectMeta, connectTwilio, moodyJira, openSettings, sms, whatsapp } from './admin';

afterEach(leavePlatform);

const start = async () => {
  const settings = openSettings();
  const connection = await connectTwilio(settings);
  const add = (input: Record<string, unknown>) => ({
    connection,
    receiver: '+385951006719',
    display: '',
    channels: sms,
    ...input,
  });
  const numbers = async () => (await settings.done('viewSettings', {})).connections.flatMap((one) => one.numbers);
  return { settings, connection, add, numbers };
};

test('S2-03 an added number is found by what the provider calls it, with its project and request type', async () => {
  const { settings, connection, add } = await start();

  const { number } = await settings.done('addNumber', add({}));

  expect(number).toBe(numberIdOf('twilio', '+385951006719'));
  expect((await findNumber(settings.ports, numberIdOf('twilio', '+385951006719')))?.number).toEqual({
    version: 1,
    id: number,
    connection,
    provider: 'twilio',
    receiver: '+385951006719',
    display: '+385951006719',
    project: '10000',
    serviceDeskId: '1',
    channels: [{ channel: 'sms', requestTypeId: '11' }],
  });
});

test.each(['+385 95 100 6719', '+385-95-100-6719', ' +385 (95) 1006719 '])(
  'a number pasted as "%s" is the number the provider names',
  async (receiver) => {
    const { settings, add } = await start();

    expect(await settings.done('addNumber', add({ receiver }))).toEqual({
      number: numberIdOf('twilio', '+385951006719'),
    });
  },
);

test.each([
  ['385 95 100 6719', '+385951006719'],
  ['00385951006719', '+385951006719'],
  ['724365', '724365'],
  ['098 123 4567', '0981234567'],
])(
  'S2-42 "%s" is taken as %s: what is not E.164 is warned about on the screen, not refused',
  async (receiver, taken) => {
    const { settings, add } = await start();
    expect(await settings.done('addNumber', add({ receiver }))).toEqual({ number: numberIdOf('twilio', taken) });
  },
);

test('S2-41 a phone number of more than 15 digits is refused', async () => {
  const { settings, add } = await start();
  expect(await settings.refused('addNumber', add({ receiver: '+1234567890123456' }))).toBe('bad-phone');
});

test.each([
  ['31970010240126', '+31970010240126'],
  ['00f0e1d2c3b4a5968778695a4b3c2d1e', '00f0e1d2c3b4a5968778695a4b3c2d1e'],
])('where a receiver is a phone number or an id, "%s" is %s', async (receiver, taken) => {
  const { settings } = await start();
  const credentials = { accessKey: 'live_key', signingKey: 'signing' };
  const { connection } = await settings.done('connectProvider', {
    provider: 'messagebird',
    title: 'Bird',
    credentials,
  });
  const added = await settings.done('addNumber', { connection, receiver, display: '', channels: sms });
  expect(added).toEqual({ number: numberIdOf('messagebird', taken) });
});

test('the same number on a second channel stays one number', async () => {
  const { settings, add, numbers } = await start();
  await settings.done('addNumber', add({ display: 'Zagreb' }));

  await settings.done('addNumber', add({ channels: whatsapp }));

  expect(await numbers()).toMatchObject([{ display: 'Zagreb', channels: [...sms, ...whatsapp] }]);
});

test('adding a channel again changes its request type', async () => {
  const { settings, add, numbers } = await start();
  await settings.done('addNumber', add({}));

  await settings.done('addNumber', add({ channels: [{ channel: 'sms', requestTypeId: '12' }] }));

  expect((await numbers()).map(({ channels }) => channels)).toEqual([[{ channel: 'sms', requestTypeId: '12' }]]);
});

test('a number of another connection is taken', async () => {
  const { settings, add } = await start();
  await settings.done('addNumber', add({}));
  const second = await connectTwilio(settings);

  expect(await settings.refused('addNumber', add({ connection: second }))).toBe('number-taken');
});

test('the same receiver at another provider is another number', async () => {
  const { settings, add, numbers } = await start();
  await settings.done('addNumber', add({}));
  const meta = await connectMeta(settings);

  await settings.done('addNumber', add({ connection: meta, channels: whatsapp }));

  expect(await numbers()).toHaveLength(2);
});

test('a request type of no or another service desk is refused', async () => {
  const { settings, add } = await start();

  expect(await settings.refused('addNumber', add({ channels: [{ channel: 'sms', requestTypeId: '99' }] }))).toBe(
    'bad-request-type',
  );
});

test('S2-01 a channel the provider does not carry is refused', async () => {
  const { settings, add } = await start();
  const meta = await connectMeta(settings);

  expect(await settings.refused('addNumber', add({ connection: meta }))).toBe('bad-input');
});

test('while Jira does not answer no number is added, and none is taken', async () => {
  const { mood, jira } = moodyJira();
  const settings = openSettings({ jira });
  const connection = await connectTwilio(settings);
  const number = { connection, receiver: '+385951006719', display: '', channels: sms };

  expect(await settings.refused('addNumber', number)).toBe('failed');

  mood.fails = false;
  expect(await settings.refused('addNumber', number)).toBe('not refused');
});

test('a number that waited to be added is offered no longer once it is', async () => {
  const { settings, connection, add } = await start();
  const seen = {
    receiver: '+385951006719',
    display: '',
    channel: 'sms',
    at: Date.parse('2026-11-20T10:00:00Z'),
  } as const;
  await countUnclaimed(settings.ports.store, asConnectionId(connection), [seen, { ...seen, receiver: '+4930901820' }]);
  const offered = async () => (await settings.done('viewSettings', {})).connections.flatMap((one) => one.unclaimed);
  expect(await offered()).toMatchObject([
    { receiver: '+4930901820', count: 1, lastAt: '2026-11-20T10:00:00.000Z' },
    { receiver: '+385951006719' },
  ]);

  await settings.done('addNumber', add({}));
  expect((await offered()).map(({ receiver }) => receiver)).toEqual(['+4930901820']);

  await settings.done('dismissUnclaimed', { connection, receiver: '+4930901820' });
  expect(await offered()).toEqual([]);
});

test('a removed number is nobody’s: another connection may have it', async () => {
  const { settings, add, numbers } = await start();
  const { number } = await settings.done('addNumber', add({}));

  await settings.done('removeNumber', { number });

  expect(await numbers()).toEqual([]);
  const second = await connectTwilio(settings);
  expect(await settings.done('addNumber', add({ connection: second }))).toEqual({ number });
});

test('a number that does not exist cannot be removed', async () => {
  const { settings } = await start();

  expect(await settings.refused('removeNumber', { number: numberIdOf('twilio', '+1') })).toBe('not-found');
  expect(await settings.refused('removeNumber', { number: 'head:10000' })).toBe('not-found');
});

describe('X16 two administrators who change a channel of a number', () => {
  const HELP = { keyword: 'help', requestTypeId: '12' };
  const SHOWN = { requestTypeId: '11', routes: [] };
  const channelOf = (more: Record<string, unknown>) => ({ channels: [{ channel: 'sms', ...SHOWN, ...more }] });
  const both = async (first: Record<string, unknown>) => {
    const started = await start();
    const { settings, add } = started;
    await settings.done('addNumber', add({}));
    await settings.done('addNumber', add(channelOf({ ...first, from: SHOWN })));
    return started;
  };

  test('do not replace each other’s keywords unseen', async () => {
    const { settings, add, numbers } = await both({ routes: [HELP] });
    const mine = { routes: [{ keyword: 'loan', requestTypeId: '12' }] };

    expect(await settings.refused('addNumber', add(channelOf({ ...mine, from: SHOWN })))).toBe('changed-meanwhile');
    expect((await numbers())[0]?.channels).toMatchObject([{ routes: [HELP] }]);

    await settings.done('addNumber', add(channelOf({ ...mine, from: { ...SHOWN, routes: [HELP] } })));
    expect((await numbers())[0]?.channels).toMatchObject([mine]);
  });

  test('keep what the other one changed besides', async () => {
    const { settings, add, numbers } = await both({ requestTypeId: '12' });
    await settings.done('addNumber', add(channelOf({ routes: [HELP], from: SHOWN })));
    expect((await numbers())[0]?.channels).toMatchObject([{ requestTypeId: '12', routes: [HELP] }]);
  });
});

describe('X16 the fall-back request type', () => {
  const rules = async (settings: ReturnType<typeof openSettings>) =>
    (await settings.done('viewSettings', {})).rules.project.fallbackRequestTypeId;

  test('is chosen with the first number of the project, and the numbers after it change nothing', async () => {
    const { settings, add } = await start();

    await settings.done('addNumber', add({ fallbackRequestTypeId: '10' }));
    expect(await rules(settings)).toBe('10');

    await settings.done('addNumber', add({ receiver: '+385951006720', fallbackRequestTypeId: '12' }));
    expect(await rules(settings)).toBe('10');
  });

  test('of another project is refused, and neither it nor the number is stored', async () => {
    const { settings, add, numbers } = await start();

    expect(await settings.call('addNumber', add({ fallbackRequestTypeId: '99' }))).toMatchObject({
      error: { code: 'bad-request-type' },
    });
    expect([await rules(settings), await numbers()]).toEqual(['', []]);
  });
});
