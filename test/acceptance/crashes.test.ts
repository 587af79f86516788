import { atEveryCall, type Story } from '../support/atEveryCall';
import type { Crash } from '../support/crashes';
import { ANA } from '../support/worldSteps';

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
