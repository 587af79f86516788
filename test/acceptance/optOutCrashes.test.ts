import { atEveryCall, type Story } from '../support/atEveryCall';
import { ANA, sandboxWorld, type Steps } from '../support/worldSteps';

const ANSWERS = ['One', 'Two', 'Three'];

const KEPT_BACK: readonly string[] = ['failed', 'unknown'];

/** When the STOP was stored; undefined as long as the provider still has to bring it again. */
function stoppedAt({ world }: Steps): number | undefined {
  const rows = Object.values(world.state.platform.kvs.entities.message ?? {}).map((versions) => versions[0]);
  const stop = rows.find((row) => JSON.stringify(row?.record).includes('"STOP"'));
  return stop?.at;
}

/** Three answers wait for a slow queue when the customer says STOP: the turn cancels two, the third is refused at its send. */
const story: Story = {
  before: async ({ phone, world }) => {
    await phone(ANA).writes('The printer is on fire');
    world.state.switches.weather = { queueMs: 10_000, productEventMs: [100, 200] };
  },
  tell: async ({ agent, phone, clock }) => {
    for (const answer of ANSWERS) await agent('Ben').commentsAtOnce('SUP-1', answer);
    await clock.advance({ seconds: 1 });
    phone(ANA).send({ channel: 'whatsapp', text: 'STOP' });
  },
  broken: async (steps) => {
    const at = stoppedAt(steps);
    const answers = steps
      .phone(ANA)
      .messages()
      .filter(({ side }) => side === 'business');
    const late = answers.filter((answer) => at === undefined || Date.parse(answer.at) > at);
    const { messages } = await steps.agent('Ben').opensTab('SUP-1');
    const shown = messages
      .flatMap(({ delivery }) => delivery?.status ?? [])
      .filter((status) => !KEPT_BACK.includes(status));
    return [...late, ...(shown.length > answers.length ? [{ shown, sent: answers.length }] : [])];
  },
};

test('X18 of the answers that wait none leaves after a STOP, and each says so', async () => {
  const steps = await sandboxWorld();
  await story.before?.(steps);
  await story.tell(steps);
  await steps.clock.advance({ minutes: 40 });

  expect(steps.phone(ANA).answers()).toEqual([]);
  const { messages } = await steps.agent('Ben').opensTab('SUP-1');
  const answers = messages.filter(({ side }) => side === 'business');
  expect(answers.map(({ delivery }) => delivery?.reason)).toEqual(ANSWERS.map(() => 'suppressed'));
});

test('X18 nor does one whatever call a crash hits', async () => {
  const { crashes, violations } = await atEveryCall('crash-after', story);

  expect(violations).toEqual([]);
  expect(crashes).toBeGreaterThan(20);
}, 300_000);
