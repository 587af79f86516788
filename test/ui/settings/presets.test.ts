import { openRules, openSettings, rulesWith, settingsWith } from '../support/settings';
import { refused } from '../support/screen';
import { COMMENTS_AND_OMNICHAT } from '../../../src/domain/presets';

describe('presets', () => {
  test('say what they mean and which one is in use', async () => {
    const screen = await openRules();
    expect(screen.text).toContain(
      'Comments and OmniChat\nIn use\nAgents work in Jira’s comments or in the OmniChat tab',
    );
    expect(screen.text).toContain('OmniChat tab only\nThe conversation stays in the OmniChat tab');
  });

  test('rules of one’s own are neither', async () => {
    const screen = await openRules({ preset: 'own' });
    expect(screen.text).toContain('The rules below are your own: they differ from both presets.');
    expect(screen.text).not.toContain('In use');
  });

  test('are chosen after telling what is replaced and what is kept', async () => {
    const screen = await openRules();
    await screen.press('Use this');
    expect(screen.text).toContain('Use “OmniChat tab only”?');
    expect(screen.text).toContain('Kept as they are: your automatic replies');
    expect(screen.inputs('choosePreset')).toEqual([]);

    await screen.press('Use this preset');

    expect(screen.inputs('choosePreset')).toEqual([{ preset: 'tab-only', from: COMMENTS_AND_OMNICHAT }]);
    expect(screen.text).toContain('OmniChat tab only\nIn use');
    expect(screen.field('Copy of the conversation in the comments').props.value).toMatchObject({ value: 'off' });
  });

  test('replace nothing unseen that somebody else saved meanwhile', async () => {
    let theirs = COMMENTS_AND_OMNICHAT;
    const screen = await openSettings(() => settingsWith({ rules: rulesWith({ project: theirs }) }), {
      choosePreset: () => refused('theirs-shown'),
    });
    await screen.press('Use this');
    theirs = { ...COMMENTS_AND_OMNICHAT, closeAfterDays: 30 };
    await screen.press('Use this preset');
    expect(screen.text).toContain('Somebody else changed this in the meantime, and this page shows it now.');
    expect(screen.valueOf('Days of silence that close it')).toBe('30');

    await screen.press('Use this preset');
    expect(screen.inputs('choosePreset').at(-1)).toEqual({ preset: 'tab-only', from: theirs });
  });

  test('drop what was edited and not saved', async () => {
    const screen = await openRules();
    await screen.toggle('Agent’s name before the text');
    await screen.press('Use this');
    await screen.press('Use this preset');
    expect(screen.text).not.toContain('unsaved');
  });
});
