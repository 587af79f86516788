import { showing } from '../support/adf';
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

test.each(KINDS)(
  'a file that an agent sends of a comment afterwards is on the phone once, or told, after a %s at any call',
  async (kind) => {
    const pressed = { draftId: '', message: '' };
    const story: Story = {
      before: async ({ phone, agent }) => {
        await phone(ANA).writes('One');
        const ben = agent('Ben');
        const photo = await ben.attaches('SUP-1', 'image', 'machine.jpg');
        const commentId = await ben.comments('SUP-1', 'Like this');
        await ben.editsComment('SUP-1', commentId, showing('Like this', photo));
        pressed.message = (await ben.opensTab('SUP-1')).messages.at(-1)?.key ?? '';
        pressed.draftId = ben.nextDraft();
      },
      tell: async ({ agent }) => {
        await agent('Ben').invokes('sendAddedFiles', pressed, 'SUP-1');
      },
      broken: async (world) => {
        const { messages } = await world.agent('Ben').opensTab('SUP-1');
        const rows = messages.filter(({ side }) => side === 'business').slice(1);
        const statuses = rows.map(({ delivery }) => delivery?.status).join();
        const shown = filesOnPhone(world).length;
        const isTold = shown === 1 ? statuses === 'read' : ['', 'unknown', 'failed'].includes(statuses);
        return shown <= 1 && isTold ? [] : [{ shown, statuses }];
      },
    };

    const { crashes, violations } = await atEveryCall(kind, story);

    expect(violations).toEqual([]);
    expect(crashes).toBeGreaterThan(15);
  },
  300_000,
);

/** Of text, picture and document: what the phone shows, and what the row says. Two files make many calls: every third is struck. */
test.each(KINDS)(
  'each part of a comment with two files is on the phone once, or its row says what is not known, after a %s',
  async (kind) => {
    const story: Story = {
      every: 3,
      before: ({ phone }) => phone(ANA).writes('One'),
      tell: async ({ agent }) => {
        const ben = agent('Ben');
        const photo = await ben.attaches('SUP-1', 'image', 'machine.jpg');
        const pdf = await ben.attaches('SUP-1', 'document', 'offer.pdf');
        await ben.comments('SUP-1', showing('Like this', photo, pdf));
      },
      broken: async (world) => {
        const { messages } = await world.agent('Ben').opensTab('SUP-1');
        const rows = messages.filter(({ side }) => side === 'business').map(({ delivery }) => delivery?.status ?? '');
        const screen = world.phone(ANA).screen().slice(1);
        const counts = ['Like this', '[image]', '[document]'].map(
          (part) => screen.filter((one) => one === part).length,
        );
        const isTold = counts.every((count, part) => isAsTold(count, rows[part]));
        return rows.length === 3 && isTold ? [] : [{ screen, rows }];
      },
    };

    const { crashes, violations } = await atEveryCall(kind, story);

    expect(violations).toEqual([]);
    expect(crashes).toBeGreaterThan(20);
  },
  300_000,
);

const isAsTold = (shown: number, status = ''): boolean =>
  shown === 1 ? status === 'read' : shown === 0 && ['unknown', 'failed'].includes(status);
