import { atEveryCall, type Story } from '../support/atEveryCall';
import type { Crash } from '../support/crashes';
import { ANA, type Steps } from '../support/worldSteps';

const KINDS: readonly Crash[] = ['crash-before', 'crash-after'];

const filesOnPhone = ({ phone }: Steps) =>
  phone(ANA)
    .messages()
    .filter(({ side, media }) => side === 'business' && media);

test.each(KINDS)(
  'an agent’s file is on the phone once, or its row says what is not known, after a %s at any call',
  async (kind) => {
    const story: Story = {
      before: ({ phone }) => phone(ANA).writes('One'),
      tell: async ({ agent }) => {
        const ben = agent('Ben');
        const { id } = await ben.attaches('SUP-1', 'image', 'machine.jpg');
        await ben.sendsFiles('SUP-1', 'Like this', [id]);
      },
      broken: async (world) => {
        const { messages } = await world.agent('Ben').opensTab('SUP-1');
        const rows = messages.filter(({ side }) => side === 'business').map(({ delivery }) => delivery?.status);
        const shown = filesOnPhone(world).length;
        const isTold = shown === 1 ? rows.join() === 'read' : ['', 'unknown', 'failed'].includes(rows.join());
        return shown <= 1 && isTold ? [] : [{ shown, rows }];
      },
    };

    const { crashes, violations } = await atEveryCall(kind, story);

    expect(violations).toEqual([]);
    expect(crashes).toBeGreaterThan(15);
  },
  300_000,
);
