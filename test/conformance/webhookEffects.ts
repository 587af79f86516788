import type { Steps } from '../support/worldSteps';

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
export async function effectSeen({ requests, request, agent, settle }: Steps): Promise<Effect> {
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
