import { atEveryCall, type Story } from '../support/atEveryCall';
import type { Crash } from '../support/crashes';
import { fileSteps } from '../support/fileSteps';
import { ANA } from '../support/worldSteps';

const KINDS: readonly Crash[] = ['crash-before', 'crash-after'];

test.each(KINDS)(
  'a customer’s file is on the request once and shown once after a %s at any call',
  async (kind) => {
    const story: Story = {
      before: ({ phone }) => phone(ANA).writes('One'),
      tell: ({ phone }) => phone(ANA).sends({ channel: 'whatsapp', media: { kind: 'sticker' } }),
      broken: async (world) => {
        const { files, shown } = fileSteps(world);
        const [attached, seen] = [files('SUP-1').map(({ name }) => name), shown('SUP-1')];
        return attached.length === 1 && seen.join() === attached.join() ? [] : [{ attached, seen }];
      },
    };

    const { crashes, violations } = await atEveryCall(kind, story);

    expect(violations).toEqual([]);
    expect(crashes).toBeGreaterThan(15);
  },
  300_000,
);
