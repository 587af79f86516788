import { openRules, openSettings, rulesWith, settingsWith } from '../support/settings';
import { refused } from '../support/screen';
import { COMMENTS_AND_OMNICHAT, OMNICHAT_TAB_ONLY } from '../../../src/domain/presets';
import { RULE_FIELDS } from '../../../src/ui/settings/rules/ruleFields';
import { RULE_GROUPS } from '../../../src/ui/settings/rules/ruleGroups';

test('every rule stands in exactly one group, but for those that nothing obeys yet', () => {
  expect(Object.values(RULE_GROUPS).flat().sort()).toEqual(Object.keys(RULE_FIELDS).sort());
});

describe('a rule', () => {
  const COPY = 'Copy of the conversation in the comments';

  test('marks its default', async () => {
    const screen = await openRules();
    const labels = (screen.field(COPY).props.options as { label: string }[]).map(({ label }) => label);
    expect(labels).toEqual(['As public comments (default)', 'As internal notes', 'No copy']);
  });

  test('is saved with the others of its group, and only those that changed', async () => {
    const screen = await openRules();
    await screen.choose(COPY, 'As internal notes');
    await screen.toggle('Agent’s name before the text');
    expect(screen.text).toContain('2 unsaved');
    expect(screen.text).toContain('Comments •');

    await screen.press('Save');

    expect(screen.inputs('saveRules')).toEqual([
      { rules: { copy: 'internal', agentName: true }, from: { copy: 'public', agentName: false } },
    ]);
    expect(screen.text).toContain('Saved. It holds from the next message on.');
    expect(screen.text).not.toContain('unsaved');
  });

  test('of another group stays unsaved', async () => {
    const screen = await openRules();
    await screen.toggle('Agent’s name before the text');
    await screen.type('Days of silence that close it', '14');
    await screen.press('Save', 1);
    expect(screen.inputs('saveRules')).toMatchObject([{ rules: { closeAfterDays: 14 } }]);
    expect(screen.text).toContain('1 unsaved');
  });

  test('that is discarded is as before', async () => {
    const screen = await openRules();
    await screen.type('Days of silence that close it', '14');
    await screen.press('Discard');
    expect(screen.valueOf('Days of silence that close it')).toBe('0');
    expect(screen.text).not.toContain('unsaved');
  });

  test('that is refused says why, by its name, and keeps what was entered', async () => {
    const screen = await openSettings(settingsWith(), {
      saveRules: () => refused('unknown-placeholder', 'rules.summary'),
    });
    await screen.type('Summary of new requests', '{phone}');
    await screen.press('Save', 3);
    expect(screen.text).toContain('A placeholder in braces is not one that OmniChat fills in here.');
    expect(screen.field('Summary of new requests').props.isInvalid).toBe(true);
    expect(screen.valueOf('Summary of new requests')).toBe('{phone}');
  });

  test('that somebody else changed meanwhile shows theirs, or replaces it once that was seen', async () => {
    const LABEL = 'Days of silence that close it';
    let theirs = COMMENTS_AND_OMNICHAT;
    const fault = { code: 'changed-meanwhile', message: 'rules.closeAfterDays' } as const;
    const screen = await openSettings(() => settingsWith({ rules: rulesWith({ project: theirs }) }), {
      saveRules: () => refused(fault.code, fault.message),
    });
    await screen.type(LABEL, '14');
    theirs = { ...COMMENTS_AND_OMNICHAT, closeAfterDays: 30 };
    await screen.press('Save', 1);
    expect(screen.text).toContain('Somebody else changed this while you were editing.');
    expect(screen.valueOf(LABEL)).toBe('14');

    await screen.press('Save', 1);
    expect(screen.inputs('saveRules').at(-1)).toEqual({ rules: { closeAfterDays: 14 }, from: { closeAfterDays: 30 } });

    await screen.press('Show theirs');
    expect(screen.valueOf(LABEL)).toBe('30');
    expect(screen.text).not.toContain('Somebody else changed this');
  });

  test('is asked for only where it says something', async () => {
    const screen = await openRules();
    expect(() => screen.field('Statuses that close it')).toThrow('there is no field');
    await screen.choose('What closes a conversation', 'The statuses chosen below');
    expect(screen.field('Statuses that close it').props.isMulti).toBe(true);
  });

  test('X16 warns of new messages without a request while no fall-back type is chosen', async () => {
    const screen = await openRules();
    const warning = 'Choose a fall-back type that asks for nothing but a summary and a description.';
    expect(screen.text).toContain(warning);
    await screen.choose('Fall-back request type', 'Incident');
    expect(screen.text).not.toContain(warning);
  });

  test('X16 warns of a fall-back type that needs what no message fills', async () => {
    const requestTypes = [{ id: '13', name: 'Incident', asksFor: ['Impact'] }];
    const screen = await openSettings(settingsWith({ requestTypes }));
    await screen.choose('Fall-back request type', 'Incident');
    expect(screen.text).toContain('Requests of the type Incident need what a message cannot fill: Impact.');
  });

  test('that names a status is typed where Jira did not tell the statuses', async () => {
    const screen = await openRules({ statuses: [] });
    expect(screen.text).toContain('Jira did not tell the statuses of this project');
    await screen.type('When an agent answers, move the request to', 'Waiting for customer');
    await screen.press('Save', 3);
    expect(screen.inputs('saveRules')).toMatchObject([{ rules: { whenAgentAnswers: 'Waiting for customer' } }]);
  });
});

describe('what is refused', () => {
  test('is told at each field by itself, and named beside Save', async () => {
    const faults = { 'rules.quietHours.from': 'bad-time', 'rules.smsMaxParts': 'out-of-range' };
    const screen = await openSettings(settingsWith(), {
      saveRules: () => ({
        ok: false,
        error: { code: 'out-of-range', message: Object.keys(faults).join(', '), faults },
      }),
    });
    await screen.type('From', '');
    await screen.type('SMS parts a message may have', '99');
    await screen.press('Save', 4);
    expect(screen.text).toContain('A time is written like 09:00.');
    expect(screen.text).toContain('This number is not in the range OmniChat takes.');
    expect(screen.text).toContain(
      'Nothing was saved yet. Please look at: Quiet hours for SMS, SMS parts a message may have.',
    );
  });

  test('is told at a field that was not changed itself', async () => {
    const screen = await openSettings(settingsWith(), {
      saveRules: () => refused('no-closing-status', 'rules.closeStatuses'),
    });
    await screen.choose('What closes a conversation', 'The statuses chosen below');
    await screen.press('Save', 1);
    expect(screen.field('Statuses that close it').props.isInvalid).toBe(true);
    expect(screen.text).toContain('Choose at least one status that closes the conversation.');
  });
});

describe('a status that the workflow has no more', () => {
  const gone = (names: string) =>
    `This is not in the workflow any more: ${names}. The rule does nothing until you choose another one.`;

  test('is told where it stands', async () => {
    const project = {
      ...COMMENTS_AND_OMNICHAT,
      whenAgentAnswers: 'Parked',
      closeOn: 'statuses' as const,
      closeStatuses: ['Resolved', 'Archived'],
      statusNotices: [{ on: { status: 'Shipped' }, text: { en: 'Gone' } }],
    };
    const screen = await openRules({ project });
    for (const name of ['Parked', 'Archived', 'Shipped']) expect(screen.text).toContain(gone(name));
    expect(screen.field('When an agent answers, move the request to').props.isInvalid).toBe(true);
    await screen.choose('When an agent answers, move the request to', 'Resolved');
    expect(screen.text).not.toContain(gone('Parked'));
  });

  test('is nobody’s knowledge where Jira did not tell the statuses', async () => {
    const screen = await openRules({ statuses: [], project: { ...COMMENTS_AND_OMNICHAT, whenAgentAnswers: 'Parked' } });
    expect(screen.text).not.toContain('not in the workflow any more');
  });
});

test('hours say in which time zone they are told', async () => {
  expect((await openRules()).text).toContain('They are of the time zone of this project, Europe/Zagreb.');
});

describe('texts to customers', () => {
  const LABEL = 'Auto-reply message';

  test('the auto-reply says what it is for', async () => {
    const screen = await openRules();
    expect(screen.text).toContain(
      'Auto-reply message is only used for the first message in the conversation thread. We recommend to stay under 160 characters.',
    );
  });

  test('S2-20 show their length, and warn from 161 characters on', async () => {
    const screen = await openRules();
    await screen.type(LABEL, 'a'.repeat(160));
    expect(screen.text).toContain('160/160');
    await screen.type(LABEL, 'a'.repeat(161));
    expect(screen.text).toContain('161 characters: over SMS it goes out, and is charged, as more than one message.');
  });
});

describe('status notices', () => {
  test('X3 are saved with their status and language', async () => {
    const screen = await openRules();
    await screen.choose('When the request enters', 'Resolved');
    await screen.type('Language', ' DE ');
    await screen.press('Save', 2);
    expect(screen.inputs('saveRules')).toMatchObject([
      {
        rules: { statusNotices: [{ on: { status: 'Resolved' }, text: { de: 'Your request {key} is now {status}.' } }] },
      },
    ]);
  });

  test('X3 the last one removed leaves none', async () => {
    const screen = await openRules();
    await screen.press('Remove');
    expect(screen.text).toContain('No status is told to customers.');
    await screen.press('Save', 2);
    expect(screen.inputs('saveRules')).toMatchObject([{ rules: { statusNotices: [] } }]);
  });
});

test('the defaults on the screen are those of the default preset', async () => {
  const screen = await openRules({ project: OMNICHAT_TAB_ONLY, defaults: COMMENTS_AND_OMNICHAT, preset: 'tab-only' });
  expect(screen.field('Comments that go to the phone').props.value).toMatchObject({ value: 'off' });
  const options = screen.field('Comments that go to the phone').props.options as { label: string }[];
  expect(options[0]?.label).toBe('All public comments (default)');
});
