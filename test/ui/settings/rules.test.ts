import { openSettings, settingsWith } from '../support/settings';
import { ok, refused } from '../support/screen';

describe('auto-reply', () => {
  const LABEL = 'Auto-reply message';

  test('says what it is for', async () => {
    const screen = await openSettings(settingsWith());
    expect(screen.text).toContain(
      'Auto-reply message is only used for the first message in the conversation thread. We recommend to stay under 160 characters.',
    );
  });

  test('is saved, and saying so ends when it is edited again', async () => {
    let view = settingsWith();
    const screen = await openSettings(() => view, {
      saveAutoReply: ({ text }: { text: string }) => {
        view = settingsWith({ autoReply: text });
        return ok();
      },
    });
    await screen.type(LABEL, ' We are on it. ');
    await screen.press('Save');
    expect(screen.inputs('saveAutoReply')).toEqual([{ text: 'We are on it.' }]);
    expect(screen.text).toContain('Saved. New conversations get this auto-reply.');
    await screen.type(LABEL, '');
    expect(screen.text).not.toContain('Saved.');
    await screen.press('Save');
    expect(screen.text).toContain('Saved. No auto-reply is sent.');
  });

  test('warns from 161 characters on', async () => {
    const screen = await openSettings(settingsWith());
    await screen.type(LABEL, 'a'.repeat(160));
    expect(screen.text).not.toContain('Over SMS it may go out');
    await screen.type(LABEL, 'a'.repeat(161));
    expect(screen.text).toContain(
      'This text has 161 characters. Over SMS it may go out, and be charged, as more than one',
    );
  });

  test('that is refused says why and keeps the text', async () => {
    const screen = await openSettings(settingsWith(), { saveAutoReply: () => refused('busy') });
    await screen.type(LABEL, 'We are on it.');
    await screen.press('Save');
    expect(screen.text).toContain('Somebody else changed this at the same moment.');
    expect(screen.valueOf(LABEL)).toBe('We are on it.');
  });

  test('that was not changed cannot be saved', async () => {
    const screen = await openSettings(settingsWith({ autoReply: 'Hello' }));
    await expect(screen.press('Save')).rejects.toThrow('cannot be pressed');
  });
});

describe('time zone', () => {
  test('is saved as soon as it is chosen', async () => {
    const screen = await openSettings(settingsWith(), { saveTimeZone: () => ok() });
    await screen.choose('Time zone of this project', 'UTC');
    expect(screen.inputs('saveTimeZone')).toEqual([{ timeZone: 'UTC' }]);
    expect(screen.text).toContain('Saved.');
  });

  test('that is refused says why', async () => {
    const screen = await openSettings(settingsWith(), { saveTimeZone: () => refused('bad-time-zone') });
    await screen.choose('Time zone of this project', 'Europe/Berlin');
    expect(screen.text).toContain('OmniChat does not know this time zone.');
  });

  test('the one in use is offered even where this browser does not know it', async () => {
    const screen = await openSettings(settingsWith({ timeZone: 'Mars/Olympus' }));
    const options = screen.field('Time zone of this project').props.options as { value: string }[];
    expect(options.map(({ value }) => value).slice(0, 2)).toEqual(['UTC', 'Mars/Olympus']);
  });
});

describe('the domain of customers', () => {
  const LABEL = 'E-mail domain of these customers';
  const customers = { domain: 'omnichat.invalid', domainIsDefault: true, mayChangeDomain: true };

  test('warns that the default is unproven on a real site', async () => {
    const screen = await openSettings(settingsWith({ customers }));
    expect(screen.text).toContain('omnichat.invalid can be registered by nobody, so no mail reaches a stranger.');
    expect(screen.text).toContain('unproven on a real site');
  });

  test('of one of our own warns of nothing', async () => {
    const screen = await openSettings(settingsWith());
    expect(screen.text).not.toContain('unproven');
  });

  test('is saved', async () => {
    const screen = await openSettings(settingsWith({ customers }), { saveCustomerDomain: () => ok() });
    await screen.type(LABEL, ' chat.example.com ');
    await screen.press('Save', 1);
    expect(screen.inputs('saveCustomerDomain')).toEqual([{ domain: 'chat.example.com' }]);
    expect(screen.text).toContain('Saved.');
  });

  test('that is none is refused at its field', async () => {
    const screen = await openSettings(settingsWith({ customers }), { saveCustomerDomain: () => refused('bad-domain') });
    await screen.type(LABEL, 'not a domain');
    await screen.press('Save', 1);
    expect(screen.text).toContain('This is not a domain, like support.example.com.');
    expect(screen.field(LABEL).props.isInvalid).toBe(true);
  });

  test('is only shown to those who may not change it', async () => {
    const screen = await openSettings(settingsWith({ customers: { ...customers, mayChangeDomain: false } }));
    expect(screen.text).toContain('Only Jira administrators can change it.');
    expect(() => screen.field(LABEL)).toThrow('there is no field');
  });
});

describe('who reports the requests', () => {
  const customers = { domain: 'chat.example.com', domainIsDefault: false, mayChangeDomain: true };

  test.each([
    [{ way: 'customer' as const }, 'Customers are the reporters of their requests.'],
    [{ way: 'app' as const, reason: 'refused' }, 'Jira refused to create a customer with such an address.'],
    [{ way: 'app' as const, reason: 'forbidden' }, 'OmniChat is not allowed to create customers in this project.'],
    [{ way: 'app' as const }, 'Jira did not let OmniChat create the customer.'],
  ])('%j is told in words', async (reporter, words) => {
    const screen = await openSettings(settingsWith({ customers: { ...customers, reporter } }));
    expect(screen.text).toContain(words);
  });

  test('nothing is told before the first message tried it', async () => {
    const screen = await openSettings(settingsWith({ customers }));
    expect(screen.text).not.toMatch(/reporter/);
  });
});
