import { atEveryCall, type Story } from '../support/atEveryCall';
import { ANA } from '../support/worldSteps';

const RULES = {
  copy: 'off',
  transcript: 'internal-note',
  onClose: 'unassign',
  closeTransition: { status: 'Resolved', resolution: 'Done' },
} as const;

const story: Story = {
  rules: RULES,
  before: async ({ phone, agent }) => {
    await phone(ANA).writes('One');
    await agent('Ben').assigns('SUP-1');
  },
  tell: async ({ agent, settle }) => {
    await agent('Ben').invokes('closeConversation', { category: 'Test' }, 'SUP-1');
    await settle();
    // The screen of an agent whose call died says so, and they press again.
    await agent('Ben').invokes('closeConversation', { category: 'Test' }, 'SUP-1');
    await settle();
  },
  broken: async ({ agent, assignee, notes, request, world }) => {
    const { state, problems } = await agent('Ben').opensTab('SUP-1');
    const { status } = await request('SUP-1');
    const transcripts = (await notes('SUP-1')).filter((note) => note.startsWith('Transcript'));
    const closings = Object.keys(world.state.platform.kvs.plain).filter((key) => key.startsWith('closing:'));
    const seen = [state, problems.length, status, await assignee('SUP-1'), transcripts.length, closings.length];
    const isWhole = JSON.stringify(seen) === JSON.stringify(['closed', 0, 'Resolved', undefined, 1, 1]);
    return isWhole ? [] : [seen];
  },
};

test.each(['crash-before', 'crash-after'] as const)(
  'X1 X8 X20 a close moves and frees the request, writes its transcript and counts once, whatever call a %s hits',
  async (kind) => {
    const { crashes, violations } = await atEveryCall(kind, story);

    expect(violations).toEqual([]);
    expect(crashes).toBeGreaterThan(15);
  },
  300_000,
);
