import type { ConversationRules } from '../../../src/domain/conversationRules';
import { COMMENTS_AND_OMNICHAT } from '../../../src/domain/presets';
import { leavePlatform } from '../../forge/onPlatform';
import { connectMeta, moodyJira, openSettings, whatsapp } from './admin';

afterEach(leavePlatform);

const rulesOf = async (settings: ReturnType<typeof openSettings>) => (await settings.done('viewSettings', {})).rules;

async function withNumber() {
  const settings = openSettings();
  const connection = await connectMeta(settings);
  const { number } = await settings.done('addNumber', {
    connection,
    receiver: '106540352242922',
    display: '+4930901820',
    channels: whatsapp,
  });
  return { settings, number };
}

test('an auto-reply is saved without the space around it, and switched off by an empty text', async () => {
  const settings = openSettings();

  await settings.done('saveRules', { rules: { autoReply: '  Thank you, we will answer soon.\n' } });
  expect((await rulesOf(settings)).project.autoReply).toBe('Thank you, we will answer soon.');

  await settings.done('saveRules', { rules: { autoReply: '  ' } });
  expect((await rulesOf(settings)).project.autoReply).toBe('');
});

test('of two administrators who change different rules neither undoes the other’s', async () => {
  const settings = openSettings();

  await settings.done('saveRules', { rules: { agentName: true } });
  settings.as('ada@example.com');
  await settings.done('saveRules', { rules: { reopenDays: 7 } });

  expect((await rulesOf(settings)).project).toEqual({ ...COMMENTS_AND_OMNICHAT, agentName: true, reopenDays: 7 });
});

test('a number’s own rule stands before the project’s until it is the project’s again', async () => {
  const { settings, number } = await withNumber();

  await settings.done('saveRules', { rules: { agentName: true, copy: 'off' }, number });
  expect((await rulesOf(settings)).numbers).toEqual([
    { id: number, display: '+4930901820', own: { agentName: true, copy: 'off' } },
  ]);
  expect((await rulesOf(settings)).project).toEqual(COMMENTS_AND_OMNICHAT);

  await settings.done('saveRules', { rules: {}, number, inherit: ['copy'] });
  expect((await rulesOf(settings)).numbers[0]?.own).toEqual({ agentName: true });
});

test('which conversations are one customer’s is the project’s alone', async () => {
  const { settings, number } = await withNumber();

  expect(await settings.refused('saveRules', { rules: { scope: 'customer-number' }, number })).toBe('bad-input');
});

test('a number that is not in the project has no rules', async () => {
  expect(await openSettings().refused('saveRules', { rules: {}, number: 'f'.repeat(20) })).toBe('not-found');
});

const office = { days: [1], from: '09:00', to: '17:00', holidays: [] };
const wrong: readonly [string, unknown, string][] = [
  ['a text longer than WhatsApp takes', { autoReply: 'a'.repeat(4_097) }, 'too-long'],
  ['a summary longer than 200 characters', { summary: 'a'.repeat(201) }, 'too-long'],
  ['an empty summary', { summary: ' ' }, 'required'],
  ['a placeholder of other texts in the summary', { summary: '{status}' }, 'unknown-placeholder'],
  ['a placeholder nobody knows in a text', { lockedText: 'Hello {fullName}' }, 'unknown-placeholder'],
  ['seconds below 0', { coalesceSeconds: -1 }, 'out-of-range'],
  ['seconds above an hour', { coalesceSeconds: 3_601 }, 'out-of-range'],
  ['half a day', { closeAfterDays: 0.5 }, 'out-of-range'],
  ['no number at all', { closeAfterDays: Number.NaN }, 'out-of-range'],
  ['more days than a year', { reopenDays: 366 }, 'out-of-range'],
  ['a reminder 4 minutes before', { windowClosing: { text: '', minutesBefore: 4 } }, 'out-of-range'],
  ['an hour that no day has', { quietHours: { from: '24:00', to: '08:00' } }, 'bad-time'],
  ['a day that no calendar has', { businessHours: { ...office, holidays: ['2026-02-30'] } }, 'bad-date'],
  ['business hours on no day', { businessHours: { ...office, days: [] } }, 'required'],
  ['a language by its name', { language: 'German' }, 'bad-language'],
  ['a notice without a text', { statusNotices: [{ on: { category: 'done' }, text: { en: ' ' } }] }, 'required'],
  ['a notice in no language', { statusNotices: [{ on: { category: 'done' }, text: {} }] }, 'required'],
  ['a value outside its list', { copy: 'everywhere' }, 'bad-input'],
  ['closing by statuses without one', { closeOn: 'statuses' }, 'no-closing-status'],
  ['another project’s request type', { fallbackRequestTypeId: '99' }, 'bad-request-type'],
];

test.each(wrong)('%s is refused', async (_what, rules, code) => {
  const settings = openSettings();

  expect(await settings.refused('saveRules', { rules: { agentName: true, ...(rules as object) } })).toBe(code);
  expect((await rulesOf(settings)).project).toEqual(COMMENTS_AND_OMNICHAT);
});

test('a refusal names the rules it is about', async () => {
  const answer = await openSettings().call('saveRules', {
    rules: { coalesceSeconds: -1, windowClosing: { text: '', minutesBefore: 0 } },
  });

  expect(answer).toMatchObject({ error: { message: 'rules.coalesceSeconds, rules.windowClosing.minutesBefore' } });
});

const allowed: readonly Partial<ConversationRules>[] = [
  { fallbackRequestTypeId: '12' },
  { closeOn: 'statuses', closeStatuses: ['Resolved'] },
  { businessHours: { ...office, holidays: ['2028-02-29'] }, quietHours: null },
  { statusNotices: [{ on: { status: 'In progress' }, text: { en: '{key}: {status}', 'pt-br': 'Olá {name}' } }] },
  { coalesceSeconds: 3_600, reopenDays: 1, windowClosing: { text: 'Write again', minutesBefore: 720 } },
];

test.each(allowed)('%j is saved as it is', async (rules) => {
  const settings = openSettings();

  await settings.done('saveRules', { rules });

  expect((await rulesOf(settings)).project).toEqual({ ...COMMENTS_AND_OMNICHAT, ...rules });
});

test('statuses and resolutions are offered as the project has them', async () => {
  expect(await rulesOf(openSettings())).toMatchObject({
    statuses: ['Waiting for support', 'In progress', 'Waiting for customer', 'Resolved', 'Closed'],
    resolutions: ['Done', "Won't Do", 'Duplicate', 'Cannot Reproduce'],
  });
});

test('while Jira does not tell them the rules are there all the same', async () => {
  const { jira } = moodyJira(['statuses', 'resolution']);
  const settings = openSettings({ jira });

  expect(await rulesOf(settings)).toMatchObject({ statuses: [], resolutions: [], preset: 'comments-and-omnichat' });
});

test('a preset replaces the rules and leaves the project’s own words and its numbers’ rules', async () => {
  const { settings, number } = await withNumber();
  await settings.done('saveRules', { rules: { agentName: true, autoReply: 'Hello', summary: '{name}' } });
  await settings.done('saveRules', { rules: { agentName: true }, number });
  expect((await rulesOf(settings)).preset).toBe('own');

  await settings.done('choosePreset', { preset: 'tab-only' });

  const { project, preset, numbers } = await rulesOf(settings);
  expect(project).toMatchObject({
    copy: 'off',
    bridge: 'off',
    agentName: false,
    autoReply: 'Hello',
    summary: '{name}',
  });
  expect([preset, numbers[0]?.own]).toEqual(['tab-only', { agentName: true }]);
});

test('a preset does not replace unseen what somebody else saved meanwhile', async () => {
  const settings = openSettings();
  const { project: from } = await rulesOf(settings);
  await settings.done('saveRules', { rules: { reopenDays: 7, summary: '{name}' }, from });

  expect(await settings.refused('choosePreset', { preset: 'tab-only', from })).toBe('theirs-shown');
  expect((await rulesOf(settings)).project).toMatchObject({ reopenDays: 7, copy: 'public' });

  await settings.done('choosePreset', { preset: 'tab-only', from: { ...from, reopenDays: 7 } });
  expect(await rulesOf(settings)).toMatchObject({ preset: 'tab-only', project: { summary: '{name}' } });
});

test('a preset nobody knows is refused', async () => {
  expect(await openSettings().refused('choosePreset', { preset: 'everything' })).toBe('bad-input');
});

describe('who saves a rule that somebody else changed meanwhile', () => {
  const bothSee = async () => {
    const settings = openSettings();
    const { project } = await rulesOf(settings);
    await settings.done('saveRules', { rules: { reopenDays: 7, agentName: true }, from: project });
    return { settings, project };
  };

  test('is told which it is, and nothing of what they wanted is saved', async () => {
    const { settings, project } = await bothSee();

    const answer = await settings.call('saveRules', { rules: { reopenDays: 14, copy: 'off' }, from: project });

    expect(answer).toMatchObject({
      error: { code: 'changed-meanwhile', faults: { 'rules.reopenDays': 'changed-meanwhile' } },
    });
    expect((await rulesOf(settings)).project).toMatchObject({ reopenDays: 7, copy: 'public' });
  });

  test('replaces it once they have seen it', async () => {
    const { settings } = await bothSee();
    const { project } = await rulesOf(settings);
    await settings.done('saveRules', { rules: { reopenDays: 14 }, from: project });
    expect((await rulesOf(settings)).project.reopenDays).toBe(14);
  });

  test('is not kept from other rules, nor from wanting the same', async () => {
    const { settings, project } = await bothSee();
    await settings.done('saveRules', { rules: { copy: 'off', agentName: true }, from: project });
    expect((await rulesOf(settings)).project).toMatchObject({ reopenDays: 7, copy: 'off', agentName: true });
  });

  test('is told so of a number’s own rules, also where they would be the project’s again', async () => {
    const { settings, number } = await withNumber();
    await settings.done('saveRules', { rules: { copy: 'off' }, number, from: {} });
    expect(await settings.refused('saveRules', { rules: { copy: 'internal' }, number, from: {} })).toBe(
      'changed-meanwhile',
    );
    const inherit = { rules: {}, inherit: ['copy'], number };
    expect(await settings.refused('saveRules', { ...inherit, from: { copy: 'internal' } })).toBe('changed-meanwhile');
    await settings.done('saveRules', { ...inherit, from: { copy: 'off' } });
    expect((await rulesOf(settings)).numbers[0]?.own).toEqual({});
  });
});
