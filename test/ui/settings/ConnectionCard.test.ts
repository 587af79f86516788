import { aConnection, aNumber, openSettings, settingsWith } from '../support/settings';
import { noAnswer, ok, refused } from '../support/screen';
import type { ConnectionView } from '../../../src/contract/views';

const withConnection = (over: Partial<ConnectionView> = {}) => settingsWith({ connections: [aConnection(over)] });

describe('Check', () => {
  const good = {
    works: true,
    message: 'Pigeon Post knows this loft. It has 2 doors.',
    numbers: [
      { receiver: 'door-1', display: '+4930901820', channels: ['whatsapp'], added: true },
      { receiver: 'door-2', display: '+4930901821', channels: ['sms'], added: false },
    ],
  };

  test('shows what the provider answered, and offers the numbers that are not added', async () => {
    const screen = await openSettings(withConnection({ numbers: [aNumber()] }), { checkConnection: () => ok(good) });
    await screen.press('Check');
    expect(screen.inputs('checkConnection')).toEqual([{ connection: 'c1' }]);
    expect(screen.text).toContain(
      [
        'The provider accepts these credentials',
        'Pigeon Post knows this loft. It has 2 doors.',
        'Numbers of this account',
        '+4930901820',
        'WhatsApp',
        'Added',
        '+4930901821',
        'SMS',
        'Add',
      ].join('\n'),
    );
  });

  test('a number is added from there without typing it', async () => {
    const screen = await openSettings(withConnection(), {
      checkConnection: () => ok(good),
      addNumber: () => ok({ number: 'n2' }),
    });
    await screen.press('Check');
    await screen.press('Add');
    await screen.press('Add number');
    expect(screen.inputs('addNumber')).toEqual([
      {
        connection: 'c1',
        receiver: 'door-2',
        display: '+4930901821',
        channels: [{ channel: 'sms', requestTypeId: '12' }],
        fallbackRequestTypeId: '11',
      },
    ]);
  });

  test('says in the provider words that it does not work', async () => {
    const bad = { works: false, message: 'Nobody answers this whistle.', numbers: [] };
    const screen = await openSettings(withConnection(), { checkConnection: () => ok(bad) });
    await screen.press('Check');
    expect(screen.text).toContain('The provider does not accept these credentials\nNobody answers this whistle.');
  });

  test('that gets no answer is said', async () => {
    const screen = await openSettings(withConnection(), { checkConnection: noAnswer });
    await screen.press('Check');
    expect(screen.text).toContain('OmniChat did not answer. Please try again in a moment.');
  });
});

describe('replacing credentials', () => {
  test('shows stored secrets as stored only; one left empty is sent empty, which keeps it', async () => {
    const screen = await openSettings(withConnection(), { replaceCredentials: () => ok() });
    await screen.press('Replace credentials');
    expect(screen.valueOf('Loft number')).toBe('12');
    expect(screen.valueOf('Whistle')).toBe('');
    expect(screen.field('Whistle').props.placeholder).toBe('Stored');
    expect(screen.text).toContain('How you call them. A secret is stored. Leave the field empty to keep it.');
    await screen.type('Loft number', '13');
    await screen.press('Replace');
    expect(screen.inputs('replaceCredentials')).toEqual([
      { connection: 'c1', credentials: { loft: '13', whistle: '', ring: 'brass' } },
    ]);
    expect(screen.has('Replace')).toBe(false);
    expect(screen.text).toContain('The credentials were replaced. Check whether they work.');
  });

  test('a refusal keeps the form open', async () => {
    const screen = await openSettings(withConnection(), {
      replaceCredentials: () => refused('bad-credentials', 'Please check: Whistle.'),
    });
    await screen.press('Replace credentials');
    await screen.type('Whistle', 'toot');
    await screen.press('Replace');
    expect(screen.text).toContain('Please check: Whistle.');
    expect(screen.valueOf('Whistle')).toBe('toot');
  });
});

describe('credentials that were replaced', () => {
  const former = { formerUntil: '2026-11-22T09:05:00.000Z' };

  test('are accepted for webhooks until a time that is told', async () => {
    const screen = await openSettings(withConnection(former));
    expect(screen.text).toContain('the credentials before are accepted until 22 Nov 2026, 10:05');
    expect((await openSettings(withConnection())).has('Accept only the new ones')).toBe(false);
  });

  test('are ended by a button', async () => {
    const screen = await openSettings(withConnection(former), { endFormerCredentials: () => ok() });
    await screen.press('Accept only the new ones');
    expect(screen.inputs('endFormerCredentials')).toEqual([{ connection: 'c1' }]);
    expect(screen.inputs('viewSettings')).toHaveLength(2);
  });
});

test.each([
  ['no-answer', 'The provider has not answered since 20 Nov 2026, 10:05.'],
  ['rate-limited', 'The provider asked for a pause on 20 Nov 2026, 10:05.'],
])('a connection that rests (%s) says since when, until when, and that nothing is lost', async (because, sentence) => {
  const rest = { because, since: '2026-11-20T09:05:00.000Z', until: '2026-11-20T09:06:00.000Z' };
  const { text } = await openSettings(withConnection({ rest }));
  expect(text).toContain(`Paused\n${sentence} Messages wait, nothing is lost; OmniChat `);
  expect(text).toContain(' after 20 Nov 2026, 10:06.');
});

describe('health', () => {
  const health = {
    works: true,
    message: 'Pigeon Post knows this loft.',
    troubles: new Array<string>(),
    at: '2026-11-20T09:05:00.000Z',
    since: '2026-11-18T09:05:00.000Z',
  };
  const shown = async (over: Partial<NonNullable<ConnectionView['health']>> = {}) =>
    (await openSettings(withConnection({ health: { ...health, ...over } }))).text;

  test('that is good is told with its time', async () => {
    expect(await shown()).toContain('Works\nAsked 20 Nov 2026, 10:05: Pigeon Post knows this loft.');
  });

  test('says where webhooks go, where the provider was asked', async () => {
    expect(await shown({ webhook: 'ours' })).toContain(
      'Pigeon Post knows this loft. It sends webhooks to this connection.',
    );
  });

  test('that turned bad is told in the provider’s words, with the time since when', async () => {
    expect(await shown({ works: false, message: 'Nobody answers this whistle.' })).toContain(
      'Does not work\nNobody answers this whistle.\nSince 18 Nov 2026, 10:05. Last asked 20 Nov 2026, 10:05.',
    );
  });

  test('of a number is told although the credentials work', async () => {
    expect(await shown({ troubles: ['Door 1 is stuck.'] })).toContain('Needs attention\nDoor 1 is stuck.\nSince');
  });

  test('is not spoken of before anybody asked', async () => {
    expect((await openSettings(withConnection())).text).not.toMatch(/Asked|Works|Since/);
  });

  test('is read anew after a check', async () => {
    const answer = { works: true, message: 'Good.', numbers: [] };
    const screen = await openSettings(withConnection(), { checkConnection: () => ok(answer) });
    await screen.press('Check');
    expect(screen.inputs('viewSettings')).toHaveLength(2);
  });
});

describe('shadow mode', () => {
  const shadow = { count: 3, lastAt: '2026-11-20T09:05:00.000Z', reason: 'wrong-signature' };

  test('is warned of as long as it lasts, with the count and why the last one failed', async () => {
    const screen = await openSettings(withConnection({ shadow }));
    expect(screen.text).toContain('Webhooks are not verified');
    expect(screen.text).toContain(
      '3 failed verification in the last 30 days, the last one 20 Nov 2026, 10:05. Its signature was made with another secret',
    );
    expect((await openSettings(withConnection({ shadow: { count: 0 } }))).text).toContain('None failed verification');
  });

  test('is left by a button', async () => {
    const screen = await openSettings(withConnection({ shadow }), { saveVerification: () => ok() });
    await screen.press('Refuse them again');
    expect(screen.inputs('saveVerification')).toEqual([{ connection: 'c1', verification: 'enforce' }]);
    expect(screen.inputs('viewSettings')).toHaveLength(2);
  });

  test('is offered where webhooks were refused, and asks first', async () => {
    expect((await openSettings(withConnection())).has('Let webhooks through unverified')).toBe(false);
    const screen = await openSettings(withConnection({ refused: { count: 1 } }), { saveVerification: () => ok() });
    await screen.press('Let webhooks through unverified');
    expect(screen.text).toContain('anybody who knows the webhook address can write in the name of your customers');
    expect(screen.inputs('saveVerification')).toEqual([]);
    await screen.press('Let them through');
    expect(screen.inputs('saveVerification')).toEqual([{ connection: 'c1', verification: 'shadow' }]);
    expect(screen.all('Modal')).toHaveLength(0);
  });
});

describe('messages that the provider refused', () => {
  const failed = { count: 3, lastAt: '2026-11-20T10:05:00Z', reason: 'unreachable', code: '131026' };

  test('are counted, with what the provider had against the last', async () => {
    const { text } = await openSettings(withConnection({ failed }));
    expect(text).toContain('the provider refused 3 messages, the last one 20 Nov 2026, 11:05. ');
    expect(text).toContain("The provider's code: 131026.");
  });

  test('are told as many when nobody counts further, as one when it is one, and not at all when there are none', async () => {
    const textOf = async (count: number) => (await openSettings(withConnection({ failed: { ...failed, count } }))).text;
    expect(await textOf(100)).toContain('refused 100+ messages');
    expect(await textOf(1)).toContain('refused one message (20 Nov 2026, 11:05). ');
    expect((await openSettings(withConnection())).text).not.toContain('the provider refused');
  });
});

describe('removing a connection', () => {
  test('asks first', async () => {
    const screen = await openSettings(withConnection(), { removeConnection: () => ok() });
    await screen.press('Remove connection');
    expect(screen.text).toContain('Remove Our loft?\nIts credentials are deleted');
    expect(screen.inputs('removeConnection')).toEqual([]);
    await screen.press('Cancel');
    expect(screen.all('Modal')).toHaveLength(0);
  });

  test('removes when that is confirmed, and loads the page anew', async () => {
    const screen = await openSettings(withConnection(), { removeConnection: () => ok() });
    await screen.press('Remove connection');
    await screen.press('Remove');
    expect(screen.inputs('removeConnection')).toEqual([{ connection: 'c1' }]);
    expect(screen.all('Modal')).toHaveLength(0);
    expect(screen.inputs('viewSettings')).toHaveLength(2);
  });

  test('says in the question why it is refused', async () => {
    const screen = await openSettings(withConnection(), { removeConnection: () => refused('in-use') });
    await screen.press('Remove connection');
    await screen.press('Remove');
    expect(screen.text).toContain('This connection still has business numbers. Remove them first.');
    expect(screen.all('Modal')).toHaveLength(1);
  });
});
