import { crashAt, type Crash } from '../support/crashes';
import { ANA, sandboxWorld, type Steps } from '../support/worldSteps';

/** More calls than any of these stories makes: a guard against a story that never ends. */
const TOO_MANY = 400;

type Story = {
  /** What stands before the crashes begin. */
  readonly before?: (world: Steps) => Promise<unknown>;
  readonly tell: (world: Steps) => Promise<unknown>;
  /** What was promised and is not so. */
  readonly broken: (world: Steps) => Promise<readonly unknown[]>;
};

type Outcome = { crashes: number; violations: readonly unknown[] };

/** Tells the story once per call the app makes in it, each time with a crash there and all of its memory lost. */
async function atEveryCall(kind: Crash, { before, tell, broken }: Story): Promise<Outcome> {
  const violations: unknown[] = [];
  for (let strikeAt = 1; strikeAt < TOO_MANY; strikeAt += 1) {
    const faults = crashAt(strikeAt, kind);
    const world = await sandboxWorld({ faults });
    await before?.(world);
    faults.arm(true);
    await tell(world);
    await world.clock.advance({ minutes: 40 });
    faults.arm(false);
    violations.push(...(await broken(world)).map((what) => ({ strikeAt, what })));
    if (faults.calls < strikeAt) return { crashes: strikeAt - 1, violations };
  }
  throw new Error(`the story makes more than ${TOO_MANY} calls`);
}

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
