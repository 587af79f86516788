import { aConnection, aNumber, openSettings, raven, rulesWith, settingsWith } from '../support/settings';
import { ok, refused } from '../support/screen';
import { COMMENTS_AND_OMNICHAT } from '../../../src/domain/presets';
import type { ConnectionView, SettingsView } from '../../../src/contract/views';

/** In a project whose fall-back request type is chosen. */
const withConnection = (over: Partial<ConnectionView> = {}, more: Partial<SettingsView> = {}) =>
  settingsWith({
    connections: [aConnection(over)],
    rules: rulesWith({ project: { ...COMMENTS_AND_OMNICHAT, fallbackRequestTypeId: '13' } }),
    ...more,
  });

test('each number is listed with the request type of each of its channels', async () => {
  const channels = [
    { channel: 'whatsapp', requestTypeId: '11' },
    { channel: 'sms', requestTypeId: '99' },
  ] as const;
  const screen = await openSettings(withConnection({ numbers: [aNumber({ channels })] }));
  expect(screen.text).toContain(
    '+4930901820\nTemplates\nRemove\nWhatsApp: request type WhatsApp\nKeywords\nSMS: request type that no longer exists',
  );
});

test('a connection without numbers says what that means', async () => {
  const screen = await openSettings(withConnection());
  expect(screen.text).toContain('No business number yet: messages to this connection raise no requests.');
});

test('a number is added with a request type for each channel, those of the same name being suggested', async () => {
  const screen = await openSettings(withConnection(), { addNumber: () => ok({ number: 'n1' }) });
  await screen.press('Add a business number');
  await screen.type('Loft door', ' door-9 ');
  await screen.type('Phone number', '+4930901829');
  await screen.choose('Request type for SMS', 'Incident');
  await screen.press('Add number');
  expect(screen.inputs('addNumber')).toEqual([
    {
      connection: 'c1',
      receiver: 'door-9',
      display: '+4930901829',
      channels: [
        { channel: 'whatsapp', requestTypeId: '11' },
        { channel: 'sms', requestTypeId: '13' },
      ],
    },
  ]);
  expect(screen.has('Add number')).toBe(false);
});

test('a channel that is not used is left out, and without a phone number the receiver is shown', async () => {
  const screen = await openSettings(withConnection(), { addNumber: () => ok({ number: 'n1' }) });
  await screen.press('Add a business number');
  await screen.type('Loft door', 'door-9');
  await screen.choose('Request type for WhatsApp', 'Not used');
  await screen.press('Add number');
  expect(screen.inputs('addNumber')).toEqual([
    { connection: 'c1', receiver: 'door-9', display: 'door-9', channels: [{ channel: 'sms', requestTypeId: '12' }] },
  ]);
});

test('a number without a receiver or without any channel is not sent, and the reason is said', async () => {
  const screen = await openSettings(withConnection());
  await screen.press('Add a business number');
  await screen.choose('Request type for WhatsApp', 'Not used');
  await screen.choose('Request type for SMS', 'Not used');
  await screen.press('Add number');
  expect(screen.field('Loft door').props.isInvalid).toBe(true);
  expect(screen.text).toContain('Please fill this in.');
  expect(screen.text).toContain('Choose a request type for at least one channel.');
  expect(screen.inputs('addNumber')).toEqual([]);
});

test('a provider with one channel offers no "Not used"', async () => {
  const screen = await openSettings(withConnection({ provider: raven.id }));
  await screen.press('Add a business number');
  const options = screen.field('Request type for SMS').props.options as { label: string }[];
  expect(options.map(({ label }) => label)).toEqual(['WhatsApp', 'SMS', 'Incident']);
  expect(screen.text).not.toContain('Request type for WhatsApp');
});

test('a number that belongs to another connection is refused beside the form', async () => {
  const screen = await openSettings(withConnection(), { addNumber: () => refused('number-taken') });
  await screen.press('Add a business number');
  await screen.type('Loft door', 'door-9');
  await screen.press('Add number');
  expect(screen.text).toContain('This number already belongs to another connection.');
  expect(screen.valueOf('Loft door')).toBe('door-9');
});

test('a project without request types says that one is needed first', async () => {
  const screen = await openSettings(withConnection({}, { requestTypes: [] }));
  await screen.press('Add a business number');
  expect(screen.text).toContain('This project has no request types yet.');
});

test('a number is removed after asking', async () => {
  const screen = await openSettings(withConnection({ numbers: [aNumber()] }), { removeNumber: () => ok() });
  await screen.press('Remove');
  expect(screen.text).toContain('Remove +4930901820?\nMessages to it raise no more requests');
  expect(screen.inputs('removeNumber')).toEqual([]);
  await screen.press('Remove', 1);
  expect(screen.inputs('removeNumber')).toEqual([{ number: 'n1' }]);
  expect(screen.all('Modal')).toHaveLength(0);
});

describe('messages for a number nobody added', () => {
  const unclaimed = {
    receiver: 'door-5',
    display: '+4930901825',
    channel: 'sms' as const,
    count: 4,
    lastAt: '2026-11-20T09:05:00.000Z',
  };

  test('are counted and offered as a number to add, with their channel chosen', async () => {
    const screen = await openSettings(withConnection({ unclaimed: [unclaimed] }), {
      addNumber: () => ok({ number: 'n' }),
    });
    expect(screen.text).toContain(
      'Messages came in for a number nobody added\n+4930901825 got 4 messages on SMS, the last one 20 Nov 2026, 10:05.',
    );
    await screen.press('Add this number');
    await screen.press('Add number');
    expect(screen.inputs('addNumber')).toEqual([
      {
        connection: 'c1',
        receiver: 'door-5',
        display: '+4930901825',
        channels: [{ channel: 'sms', requestTypeId: '12' }],
      },
    ]);
  });

  test('one message is told as one', async () => {
    const screen = await openSettings(withConnection({ unclaimed: [{ ...unclaimed, count: 1 }] }));
    expect(screen.text).toContain('+4930901825 got 1 message on SMS, 20 Nov 2026, 10:05.');
  });

  test('on a further channel of a number keep the request types it has', async () => {
    const numbers = [aNumber({ receiver: 'door-5', channels: [{ channel: 'whatsapp', requestTypeId: '13' }] })];
    const screen = await openSettings(withConnection({ unclaimed: [unclaimed], numbers }), {
      addNumber: () => ok({ number: 'n1' }),
    });
    await screen.press('Add this number');
    await screen.press('Add number');
    expect(screen.inputs('addNumber')).toEqual([
      expect.objectContaining({
        channels: [
          { channel: 'whatsapp', requestTypeId: '13' },
          { channel: 'sms', requestTypeId: '12' },
        ],
      }),
    ]);
  });

  test('are dismissed', async () => {
    const screen = await openSettings(withConnection({ unclaimed: [unclaimed] }), { dismissUnclaimed: () => ok() });
    await screen.press('Dismiss');
    expect(screen.inputs('dismissUnclaimed')).toEqual([{ connection: 'c1', receiver: 'door-5' }]);
    expect(screen.inputs('viewSettings')).toHaveLength(2);
  });
});

describe('X16 keywords of a number', () => {
  const routed = aNumber({
    channels: [
      {
        channel: 'whatsapp',
        requestTypeId: '11',
        routes: [{ keyword: 'outage', requestTypeId: '13' }],
        troubles: [
          { requestTypeId: '13', reason: 'field', detail: 'Impact is required.', at: '2026-11-20T09:05:00.000Z' },
        ],
      },
    ],
  });
  const view = settingsWith({ connections: [aConnection({ numbers: [routed] })] });

  test('are told, and what Jira does not let them raise', async () => {
    const screen = await openSettings(view);
    expect(screen.text).toContain('“outage”: request type Incident');
    expect(screen.text).toContain(
      'WhatsApp: requests cannot be created as Incident\nSince 20 Nov 2026, 10:05 Jira asks',
    );
    expect(screen.text).toContain('Jira says: Impact is required.');
  });

  test('are changed, and one without a word is left out', async () => {
    const screen = await openSettings(view, { addNumber: () => ok({ number: 'n1' }) });
    await screen.press('Keywords');
    await screen.type('Keyword', 'down');
    await screen.press('Add a keyword');
    await screen.press('Save keywords');
    expect(screen.inputs('addNumber')).toEqual([
      {
        connection: 'c1',
        receiver: 'door-1',
        display: '+4930901820',
        channels: [
          {
            channel: 'whatsapp',
            requestTypeId: '11',
            routes: [{ keyword: 'down', requestTypeId: '13' }],
            from: { requestTypeId: '11', routes: [{ keyword: 'outage', requestTypeId: '13' }] },
          },
        ],
      },
    ]);
    expect(screen.has('Save keywords')).toBe(false);
  });

  test('that somebody else changed meanwhile are replaced, or taken, once that was seen', async () => {
    const theirs = [{ keyword: 'storm', requestTypeId: '12' }];
    let isChanged = false;
    const changed = aNumber({ channels: [{ channel: 'whatsapp', requestTypeId: '11', routes: theirs }] });
    const screen = await openSettings(
      () => (isChanged ? settingsWith({ connections: [aConnection({ numbers: [changed] })] }) : view),
      { addNumber: () => refused('changed-meanwhile') },
    );
    await screen.press('Keywords');
    await screen.type('Keyword', 'down');
    isChanged = true;
    await screen.press('Save keywords');
    expect(screen.text).toContain('Somebody else changed this while you were editing.');
    expect(screen.valueOf('Keyword')).toBe('down');
    await screen.press('Save keywords');
    expect(screen.inputs('addNumber').at(-1)).toMatchObject({
      channels: [{ routes: [{ keyword: 'down' }], from: { requestTypeId: '11', routes: theirs } }],
    });

    await screen.press('Show theirs');
    expect(screen.valueOf('Keyword')).toBe('storm');
    expect(screen.text).not.toContain('Somebody else changed this');
  });
});
