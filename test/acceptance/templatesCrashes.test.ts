import { atEveryCall, type Story } from '../support/atEveryCall';
import type { Crash } from '../support/crashes';
import { ANA } from '../support/worldSteps';

const KINDS: readonly Crash[] = ['crash-before', 'crash-after'];

test.each(KINDS)(
  'a template with a picture is on the phone once, or its row says what is not known, after a %s',
  async (kind) => {
    const story: Story = {
      // What it shares with other answers is struck at every call elsewhere.
      every: 3,
      rules: { outsideWindow: 'template' },
      before: ({ phone }) => phone(ANA).writes('One'),
      tell: async ({ agent, settle }) => {
        const ben = agent('Ben');
        const { id } = await ben.attaches('SUP-1', 'image', 'machine.jpg');
        const values = { body: ['printer'], buttons: [] };
        const wish = { draftId: ben.nextDraft(), template: 'repair_done', language: 'en', values, file: { id } };
        const send = () => ben.invokes('sendTemplate', wish, 'SUP-1').catch(() => undefined);
        await send();
        await settle();
        // An agent who got no answer presses once more.
        await send();
        await settle();
      },
      broken: async ({ agent, phone }) => {
        const { messages } = await agent('Ben').opensTab('SUP-1');
        const rows = messages.filter(({ side }) => side === 'business').map(({ delivery }) => delivery?.status);
        const shown = phone(ANA)
          .messages()
          .filter(({ template }) => template).length;
        const isTold = shown === 1 ? rows.join() === 'read' : ['unknown', 'failed'].includes(rows.join());
        return shown <= 1 && isTold ? [] : [{ shown, rows }];
      },
    };

    const { crashes, violations } = await atEveryCall(kind, story);

    expect(violations).toEqual([]);
    expect(crashes).toBeGreaterThan(15);
  },
  300_000,
);
