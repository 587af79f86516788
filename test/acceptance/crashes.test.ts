import { atEveryCall, type Story } from '../support/atEveryCall';
import type { Crash } from '../support/crashes';
import { ANA, sandboxWorld } from '../support/worldSteps';

const KINDS: readonly Crash[] = ['crash-before', 'crash-after'];

test.each(KINDS)(
  'customer messages are neither lost nor doubled by a %s at any call',
  async (kind) => {
    const story: Story = {
      tell: async ({ phone, settle }) => {
        const ana = phone(ANA);
        ana.send({ channel: 'whatsapp', text: 'One' });
        await settle();
        ana.send({ channel: 'whatsapp', text: 'Two' });
        await settle();
      },
      broken: async ({ requests, description, agent }) => {
        const keys = requests();
        const text = keys[0] ? await description(keys[0]) : '';
        const shown = keys[0] ? (await agent('Ben').opensTab(keys[0])).messages.map(({ body }) => body.text) : [];
        const told = text.split('\n').filter((line) => line === 'One' || line === 'Two');
        const isWhole = keys.length === 1 && told.length === 2 && shown.length === 2 && new Set(shown).size === 2;
        return isWhole ? [] : [{ keys, text, shown }];
      },
    };

    const { crashes, violations } = await atEveryCall(kind, story);

    expect(violations).toEqual([]);
    expect(crashes).toBeGreaterThan(15);
  },
  300_000,
);

test.each(KINDS)(
  'a public comment is sent once or shown as unknown after a %s at any call',
  async (kind) => {
    const story: Story = {
      before: ({ phone }) => phone(ANA).writes('One'),
      tell: ({ agent }) => agent('Ben').comments('SUP-1', 'Answer'),
      broken: async ({ phone, agent }) => {
        const arrived = phone(ANA).answers();
        const { messages } = await agent('Ben').opensTab('SUP-1');
        const statuses = messages.flatMap(({ delivery }) => delivery?.status ?? []);
        const isHonest =
          arrived.length === 1 ? statuses.length === 1 : arrived.length === 0 && statuses.join() === 'unknown';
        return isHonest ? [] : [{ arrived, statuses }];
      },
    };

    const { crashes, violations } = await atEveryCall(kind, story);

    expect(violations).toEqual([]);
    expect(crashes).toBeGreaterThan(15);
  },
  300_000,
);

describe('an agent comments before anybody knows that the customer’s words were added:', () => {
  test('they stand once in the customer’s last comment, the next ones in a new comment', async () => {
    const { phone, agent, breaks, clock, commentsOf } = await sandboxWorld();
    const ana = phone(ANA);
    await ana.writes('The printer is on fire');
    await agent('Ben').comments('SUP-1', 'Is it still burning?');
    await ana.writes('Yes');
    breaks({ at: 'jira.edit-comment', kind: 'crash-after', times: 1 });

    ana.send({ channel: 'whatsapp', text: 'More than before' });
    await clock.advance({ seconds: 10 });
    await agent('Ben').comments('SUP-1', 'Run');
    await clock.advance({ minutes: 20 });
    await ana.writes('I am running');

    const told = await commentsOf('SUP-1');
    expect(told.map(({ text }) => text)).toEqual([
      'Is it still burning?',
      'Yes\nMore than before',
      'Run',
      'I am running',
    ]);
  });

  test('they stand once in the description, the next ones in a comment', async () => {
    const { phone, agent, breaks, clock, commentsOf, description } = await sandboxWorld();
    const ana = phone(ANA);
    await ana.writes('The printer is on fire');
    breaks({ at: 'jira.edit-issue', kind: 'crash-after', times: 1 });

    ana.send({ channel: 'whatsapp', text: 'Hurry' });
    await clock.advance({ seconds: 10 });
    await agent('Ben').comments('SUP-1', 'Run');
    await clock.advance({ minutes: 20 });
    await ana.writes('I am running');

    expect(await description('SUP-1')).toBe('The printer is on fire\nHurry');
    expect((await commentsOf('SUP-1')).map(({ text }) => text)).toEqual(['Run', 'I am running']);
  });
});
