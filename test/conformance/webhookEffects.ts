import type { NumberToConnect } from '../../sandbox/world/connect';
import { type Posted, webhooksOf } from '../support/webhooks';
import { sandboxWorld, type Steps } from '../support/worldSteps';

/** What became of a posted webhook, for the golden files: requests as people see them, and what was counted. */
export type Effect = {
  readonly requests: readonly {
    readonly summary: string;
    readonly description: string;
    readonly reporter: string;
    readonly requestType: string;
    /** `kind: text` of each row of the tab. */
    readonly messages: readonly string[];
  }[];
};

/** Reads in Jira and in the tab what a webhook caused. */
async function effectSeen({ requests, request, agent, settle }: Steps): Promise<Effect> {
  await settle();
  const seen = requests().map(async (key) => {
    const { summary, description, reporter, requestType } = await request(key);
    const { messages } = await agent('Ben').opensTab(key);
    const rows = messages.map(({ body, author }) =>
      [body.kind, author.kind === 'customer' ? author.name : author.kind, body.text ?? ''].join(' | '),
    );
    return { summary, description, reporter: reporter.name, requestType, messages: rows };
  });
  return { requests: await Promise.all(seen) };
}

/** Everything the app has stored, but for the log of refused webhooks. */
export function storedBy({ world }: Steps): string {
  const { plain, secrets, entities } = world.state.platform.kvs;
  const kept = Object.entries(plain).filter(([key]) => !key.startsWith('log:'));
  return JSON.stringify([Object.fromEntries(kept), secrets, entities]);
}

/** Posts a published webhook as if it were meant for the numbers of the world; with a wrong secret where one is given. */
type Post = (file: string, webhooks: Webhooks, wrongSecret?: string) => Posted;
export type Webhooks = Awaited<ReturnType<typeof webhooksOf>>;

export type PublishedWebhooks = {
  readonly numbers: readonly NumberToConnect[];
  readonly golden: Readonly<Record<string, Effect>>;
  readonly post: Post;
  /** Of the provider's own shape. */
  readonly wrongSecret?: string;
};

/** Two tests per file: signed by the provider, and by somebody else. */
export function testEffects({ numbers, golden, post, wrongSecret = 'not the secret' }: PublishedWebhooks): void {
  const files = Object.keys(golden);

  test.each(files)('%s, posted with a valid signature, has its effect', async (file) => {
    const steps = await sandboxWorld({ numbers });

    const { status } = await post(file, await webhooksOf(steps.world));

    expect(status).toBe(200);
    expect(await effectSeen(steps)).toEqual(golden[file]);
  });

  test.each(files)('%s, posted with an invalid signature, is refused and nothing happens', async (file) => {
    const steps = await sandboxWorld({ numbers });
    const webhooks = await webhooksOf(steps.world);
    const before = storedBy(steps);

    const { status, body } = await post(file, webhooks, wrongSecret);
    await steps.settle();

    expect([status, body]).toEqual([401, '']);
    expect(storedBy(steps)).toBe(before);
    expect(steps.requests()).toEqual([]);
  });
}
