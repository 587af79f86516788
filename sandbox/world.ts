import type { Build } from './build';
import { connectDemo } from './demo';
import type { Faults } from './faults';
import type { CustomerWish } from './carriers/carrier';
import { customerWrites } from './world/customerWrites';
import { describe, type Description } from './world/describe';
import { newDirectory } from './world/directory';
import { invokeModule, type Invocation, type InvocationAnswer } from './world/invoke';
import { newNews } from './world/news';
import { rehost } from './world/rehost';
import { timeOf, type WorldTime } from './world/time';
import { newWorldState, type WorldState } from './world/state';
import { rememberTyped } from './world/typed';
import { wire, type Parts } from './world/wire';

export type WorldOptions = {
  readonly build: Build;
  /** A world saved earlier goes on; without it a new one begins. */
  readonly state?: WorldState;
  readonly seed?: number;
  /** When a new world begins, epoch milliseconds. */
  readonly startAt?: number;
  /** Connect the demo numbers and hold a few conversations. */
  readonly demo?: boolean;
  /** Where the site and its web triggers are reached, without a slash at the end. */
  readonly baseUrl?: string;
  readonly realisticDelays?: boolean;
  readonly faults?: Faults;
};

/** One small world: a Jira site with the app installed, carriers, phones, and a clock. */
export type World = Parts &
  WorldTime & {
    readonly baseUrl: string;
    readonly startedAt: number;
    /** Calls the app as a screen does. @throws Refused for a caller or place that does not exist. */
    invoke(invocation: Invocation): Promise<InvocationAnswer>;
    /** @throws Refused when no carrier has the number. */
    customerWrites(wish: CustomerWish): { readonly id: string };
    describe(): Promise<Description>;
    /** Runs work that needs the world to go on: a web trigger, a carrier's set-up call. */
    drive<T>(work: () => Promise<T>): Promise<T>;
    /** What the app publishes to a realtime channel; returns how to stop it. */
    subscribe(to: { channel: string; token?: string | undefined }, listener: (payload: unknown) => void): () => void;
    /** Everything as one JSON value, a copy. */
    save(): WorldState;
    /** Calls the listener whenever something happened; returns how to stop it. */
    onChange(listener: () => void): () => void;
  };

/** Who is asked for what project settings show. */
const ADMIN = 'ada@example.com';

export async function createWorld(options: WorldOptions): Promise<World> {
  const { build, seed = 1, startAt = Date.now(), baseUrl = 'https://sandbox.omnichat.example' } = options;
  const state = options.state ?? newWorldState({ seed, startAt, baseUrl });
  const before = state.baseUrl;
  state.baseUrl = baseUrl;
  const news = newNews();
  const parts = wire({ build, state, news, ...(options.faults && { faults: options.faults }) });
  if (options.realisticDelays !== undefined) state.switches.realisticDelays = options.realisticDelays;
  const world = worldOf(parts, news);
  if (!options.state) parts.jira.seedDemo();
  await rehost(world, before, baseUrl);
  if (options.demo && !options.state) await connectDemo(world);
  return world;
}

function worldOf(parts: Parts, news: ReturnType<typeof newNews>): World {
  const { state, agenda, carriers, jira, platform } = parts;
  const accountOf = (who: string) =>
    jira.accountFor(who) ?? jira.people().find((one) => one.accountId === who)?.accountId;
  const door = { platform, door: jira.door, accountOf };
  const directory = newDirectory({
    projectKeys: () => state.jira.projects.map(({ key }) => key),
    viewSettings: (projectKey) => invoke({ as: ADMIN, module: 'settings', projectKey, call: 'viewSettings' }),
    typed: state.typed,
  });
  const drive = <T>(work: () => Promise<T>) => agenda.finish(work);
  const invoke = async (invocation: Invocation) => {
    const answer = await drive(() => invokeModule(door, invocation));
    if (rememberTyped(state.typed, invocation, answer)) directory.forget();
    news.tell();
    return answer;
  };
  return {
    ...parts,
    get baseUrl() {
      return state.baseUrl;
    },
    startedAt: state.startedAt,
    invoke,
    drive,
    customerWrites(wish) {
      const written = customerWrites(carriers, wish);
      news.tell();
      return written;
    },
    subscribe: ({ channel, token }, listener) => platform.subscribe(channel, { token }, listener),
    describe: async () => describe(parts, await directory.rows()),
    ...timeOf(parts, news),
    save: () => structuredClone(state),
    onChange: (listener) => news.listen(listener),
  };
}
