import { openSettings, settingsWith } from '../support/settings';
import { ok, refused } from '../support/screen';

describe('time zone', () => {
  test('is saved as soon as it is chosen', async () => {
    const screen = await openSettings(settingsWith(), { saveTimeZone: () => ok() });
    await screen.choose('Time zone of this project', 'UTC');
    expect(screen.inputs('saveTimeZone')).toEqual([{ timeZone: 'UTC', from: 'Europe/Zagreb' }]);
    expect(screen.text).toContain('Saved.');
  });

  test('that is refused says why', async () => {
    const screen = await openSettings(settingsWith(), { saveTimeZone: () => refused('bad-time-zone') });
    await screen.choose('Time zone of this project', 'Europe/Berlin');
    expect(screen.text).toContain('OmniChat does not know this time zone.');
  });

  test('that somebody else chose meanwhile is shown, and ours chosen again replaces it', async () => {
    let theirs = 'Europe/Zagreb';
    const screen = await openSettings(() => settingsWith({ timeZone: theirs }), {
      saveTimeZone: () => refused('theirs-shown'),
    });
    theirs = 'Europe/London';
    await screen.choose('Time zone of this project', 'UTC');
    expect(screen.text).toContain('Somebody else changed this in the meantime, and this page shows it now.');
    expect(screen.field('Time zone of this project').props.value).toMatchObject({ value: theirs });
    await screen.choose('Time zone of this project', 'UTC');
    expect(screen.inputs('saveTimeZone').at(-1)).toEqual({ timeZone: 'UTC', from: theirs });
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
    await screen.press('Save', -1);
    expect(screen.inputs('saveCustomerDomain')).toEqual([{ domain: 'chat.example.com' }]);
    expect(screen.text).toContain('Saved.');
  });

  test('that is none is refused at its field', async () => {
    const screen = await openSettings(settingsWith({ customers }), { saveCustomerDomain: () => refused('bad-domain') });
    await screen.type(LABEL, 'not a domain');
    await screen.press('Save', -1);
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
