import { ANA, sandboxWorld } from '../support/worldSteps';

/** An edit of ours reaches Jira, and the performer dies before it learns so: a minute later another one tries again. */
async function losing(at: 'jira.edit-comment' | 'jira.edit-issue') {
  const steps = await sandboxWorld();
  const ana = steps.phone(ANA);
  const ben = steps.agent('Ben');
  await ana.writes('The printer is on fire');
  if (at === 'jira.edit-comment') {
    await ben.comments('SUP-1', 'Still?');
    await ana.writes('Yes');
  }
  const comments = async (key: string) => (await steps.commentsOf(key)).map(({ text }) => text);
  const sends = async (...texts: readonly string[]) => {
    for (const text of texts) ana.send({ channel: 'whatsapp', text });
    await steps.clock.advance({ seconds: 1 });
  };
  steps.breaks({ at, kind: 'crash-after', times: 1 });
  return { ...steps, ana, ben, comments, sends };
}

describe('a person edits what was added before anybody knows that it was added:', () => {
  test('the comment is left to them and holds it once, the next words are a new comment', async () => {
    const { ana, ben, clock, comments, commentsOf, sends } = await losing('jira.edit-comment');

    await sends('One', 'Two');
    await clock.advance({ seconds: 10 });
    const [, last] = await commentsOf('SUP-1');
    expect(last?.text).toBe('Yes\nOne\nTwo');
    await ben.editsComment('SUP-1', last?.id ?? '', 'Yes\nOne\nTwo (the second floor)');
    await clock.advance({ minutes: 20 });
    await ana.writes('Three');

    expect(await comments('SUP-1')).toEqual(['Still?', 'Yes\nOne\nTwo (the second floor)', 'Three']);
  });

  test('the description is left to them and holds it once, the next words are a comment', async () => {
    const { ana, ben, clock, comments, description, sends } = await losing('jira.edit-issue');

    await sends('One', 'Two');
    await clock.advance({ seconds: 10 });
    expect(await description('SUP-1')).toBe('The printer is on fire\nOne\nTwo');
    await ben.editsDescription('SUP-1', 'On fire, second floor. One. Two.');
    await clock.advance({ minutes: 20 });
    await ana.writes('Three');

    expect(await description('SUP-1')).toBe('On fire, second floor. One. Two.');
    expect(await comments('SUP-1')).toEqual(['Three']);
  });
});

describe('part of what was added turns out to follow a Done that Jira told late:', () => {
  test('the rest is not said again in a comment', async () => {
    const { ben, clock, comments, description, sends, world } = await losing('jira.edit-comment');
    world.state.switches.weather = { productEventMs: [40_000, 40_000] };

    await sends('One');
    await ben.transitionsAtOnce('SUP-1', 'Resolve');
    await sends('Two');
    await clock.advance({ minutes: 20 });

    expect(await comments('SUP-1')).toEqual(['Still?', 'Yes\nOne\nTwo']);
    expect(await description('SUP-2')).toBe('Two');
  });

  test('nor is it where it stands in the description', async () => {
    const { ben, clock, comments, description, sends, world } = await losing('jira.edit-issue');
    world.state.switches.weather = { productEventMs: [40_000, 40_000] };

    await sends('One');
    await ben.transitionsAtOnce('SUP-1', 'Resolve');
    await sends('Two');
    await clock.advance({ minutes: 20 });

    expect(await description('SUP-1')).toBe('The printer is on fire\nOne\nTwo');
    expect(await comments('SUP-1')).toEqual([]);
    expect(await description('SUP-2')).toBe('Two');
  });
});
