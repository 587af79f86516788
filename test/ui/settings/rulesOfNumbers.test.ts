import { aNumber, openRules } from '../support/settings';

describe('a business number', () => {
  const numbers = [{ id: aNumber().id, display: '+4930901820', own: { agentName: true } }];

  test('without rules of its own is as the project', async () => {
    const screen = await openRules({ numbers });
    await screen.choose('Rules for', '+4930901820');
    expect(screen.text).toContain('Copy of the conversation in the comments\nAs the project\nChange for this number');
    expect(screen.field('Agent’s name before the text').props.isChecked).toBe(true);
    expect(screen.text).not.toContain('Active conversations of a customer');
  });

  test('gets a rule of its own', async () => {
    const screen = await openRules({ numbers });
    await screen.choose('Rules for', '+4930901820');
    await screen.press('Change for this number');
    await screen.choose('Copy of the conversation in the comments', 'No copy');
    await screen.press('Save');
    expect(screen.inputs('saveRules')).toEqual([{ rules: { copy: 'off' }, number: 'n1', inherit: [], from: {} }]);
  });

  test('gives a rule back to the project', async () => {
    const screen = await openRules({ numbers });
    await screen.choose('Rules for', '+4930901820');
    await screen.press('As the project again');
    await screen.press('Save');
    expect(screen.inputs('saveRules')).toMatchObject([{ rules: {}, number: 'n1', inherit: ['agentName'] }]);
  });

  test('keeps what was edited for it, and for the project, while another one is looked at', async () => {
    const screen = await openRules({ numbers });
    await screen.choose('Copy of the conversation in the comments', 'As internal notes');
    await screen.choose('Rules for', '+4930901820');
    expect(screen.text).not.toContain('unsaved');
    await screen.toggle('Agent’s name before the text');
    const options = screen.field('Rules for').props.options as { label: string }[];
    expect(options.map(({ label }) => label)).toEqual(['All numbers •', '+4930901820 •']);

    await screen.choose('Rules for', 'All numbers •');
    await screen.press('Save');

    expect(screen.inputs('saveRules')).toMatchObject([{ rules: { copy: 'internal' } }]);
    const left = screen.field('Rules for').props.options as { label: string }[];
    expect(left.map(({ label }) => label)).toEqual(['All numbers', '+4930901820 •']);
  });

  test('is not asked about where there is none', async () => {
    const screen = await openRules();
    expect(() => screen.field('Rules for')).toThrow('there is no field');
  });
});
