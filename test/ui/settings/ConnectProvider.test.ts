import { aConnection, openSettings, pigeon, settingsWith } from '../support/settings';
import { ok, refused, type Answers, type Screen } from '../support/screen';

const connecting = async (answers: Answers = {}): Promise<Screen> => {
  const screen = await openSettings(settingsWith(), answers);
  await screen.press('Connect a provider');
  await screen.choose('Provider', 'Pigeon Post');
  return screen;
};

test('the form is drawn from the fields the provider declares', async () => {
  const screen = await connecting();
  expect(screen.text).toContain(
    [
      'Loft number',
      'It is written on the loft.',
      'Whistle',
      'How you call them. Stored as a secret: it is never shown again.',
      'Ring',
      'Goes around the leg. Leave it empty and OmniChat makes one for you.',
    ].join('\n'),
  );
  expect(screen.field('Whistle').props.type).toBe('password');
  expect(screen.field('Loft number').props.type).toBe('text');
});

test('before a provider is chosen there is nothing to fill in', async () => {
  const screen = await openSettings(settingsWith());
  await screen.press('Connect a provider');
  expect(screen.text).not.toContain('Loft number');
  expect(screen.has('Connect')).toBe(false);
});

test('what was filled in is sent, without blanks around it, and the new connection is shown', async () => {
  let view = settingsWith();
  const screen = await openSettings(() => view, {
    connectProvider: () => {
      view = settingsWith({ connections: [aConnection({ title: 'Town loft' })] });
      return ok({ connection: 'c1' });
    },
  });
  await screen.press('Connect a provider');
  await screen.choose('Provider', 'Pigeon Post');
  await screen.type('Name', ' Town loft ');
  await screen.type('Loft number', ' 12 ');
  await screen.type('Whistle', 'tweet');
  await screen.press('Connect');
  expect(screen.inputs('connectProvider')).toEqual([
    { provider: 'pigeon', title: 'Town loft', credentials: { loft: '12', whistle: 'tweet', ring: '' } },
  ]);
  expect(screen.text).toContain('Town loft');
  expect(screen.has('Connect')).toBe(false);
});

test('without a name the connection is named after its provider', async () => {
  const screen = await connecting({ connectProvider: () => ok({ connection: 'c1' }) });
  await screen.type('Name', ' ');
  await screen.type('Loft number', '12');
  await screen.type('Whistle', 'tweet');
  await screen.press('Connect');
  expect(screen.inputs('connectProvider')).toEqual([expect.objectContaining({ title: 'Pigeon Post' })]);
});

test('what is missing is said at its field, and nothing is sent', async () => {
  const screen = await connecting();
  await screen.type('Loft number', '12');
  await screen.press('Connect');
  expect(screen.field('Whistle').props.isInvalid).toBe(true);
  expect(screen.field('Loft number').props.isInvalid).toBe(false);
  expect(screen.text.match(/Please fill this in\./g)).toHaveLength(1);
  expect(screen.inputs('connectProvider')).toEqual([]);
});

test('credentials the provider cannot take: its sentence, and the field it names, are shown', async () => {
  const screen = await connecting({
    connectProvider: () => refused('bad-credentials', 'Please check: Loft number.'),
  });
  await screen.type('Loft number', 'x');
  await screen.type('Whistle', 'tweet');
  await screen.press('Connect');
  expect(screen.text).toContain('These credentials cannot be right. Please check: Loft number.');
  expect(screen.field('Loft number').props.isInvalid).toBe(true);
  expect(screen.field('Whistle').props.isInvalid).toBe(false);
  expect(screen.valueOf('Whistle')).toBe('tweet');
});

test('another refusal is a sentence by its code, never the text for developers', async () => {
  const screen = await connecting({ connectProvider: () => refused('failed', 'TypeError: x is undefined') });
  await screen.type('Loft number', '12');
  await screen.type('Whistle', 'tweet');
  await screen.press('Connect');
  expect(screen.text).toContain('Something went wrong in OmniChat. Please try again in a moment.');
  expect(screen.text).not.toContain('TypeError');
});

test('a cancelled form is gone and sends nothing', async () => {
  const screen = await connecting();
  await screen.press('Cancel');
  expect(screen.text).not.toContain('Loft number');
  expect(screen.has('Connect a provider')).toBe(true);
});

test('an app without providers says so', async () => {
  const screen = await openSettings(settingsWith({ providers: [] }));
  await screen.press('Connect a provider');
  expect(screen.text).toContain('This version of OmniChat carries no provider.');
});

test('a field that may be left empty says so, and is not asked for', async () => {
  const perch = { name: 'perch', label: 'Perch', help: 'Where they rest.', secret: false, generated: false } as const;
  const provider = { ...pigeon, fields: [{ ...perch, optional: true, initial: '' }] };
  const screen = await openSettings(settingsWith({ providers: [provider] }), {
    connectProvider: () => ok({ connection: 'c1' }),
  });
  await screen.press('Connect a provider');
  await screen.choose('Provider', 'Pigeon Post');
  expect(screen.text).toContain('Where they rest. May be left empty.');
  await screen.press('Connect');
  expect(screen.inputs('connectProvider')).toMatchObject([{ credentials: { perch: '' } }]);
});

test('a field that starts with a value has it, and it is sent when nobody changes it', async () => {
  const fields = pigeon.fields.map((field) => (field.name === 'loft' ? { ...field, initial: 'tower' } : field));
  const view = settingsWith({ providers: [{ ...pigeon, fields }] });
  const screen = await openSettings(view, { connectProvider: () => ok({ connection: 'c1' }) });
  await screen.press('Connect a provider');
  expect(screen.field('Loft number').props.defaultValue).toBe('tower');

  await screen.type('Whistle', 'three short ones');
  await screen.press('Connect');

  expect(screen.inputs('connectProvider')).toMatchObject([
    { credentials: { loft: 'tower', whistle: 'three short ones' } },
  ]);
});
