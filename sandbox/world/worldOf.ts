import type { CustomerWish, StaffWish } from '../carriers/carrier';
import { customerWrites, staffWrites } from './customerWrites';
import { describe, type Description } from './describe';
import { newDirectory } from './directory';
import { invokeModule, type Invocation, type InvocationAnswer } from './invoke';
import type { News } from './news';
import type { WorldState } from './state';
import { timeOf, type WorldTime } from './time';
import { rememberTyped } from './typed';
import type { Parts } from './wire';

/** One small world: a Jira site with the app installed, carriers, phones, and a clock. */
export type World = Parts &
  WorldTime & {
    readonly baseUrl: string;
    readonly startedAt: number;
    /** Calls the app as a screen does. @throws Refused for a caller or place that does not exist. */
    invoke(invocation: Invocation): Promise<InvocationAnswer>;
    /** @throws Refused when no carrier has the number. */
    customerWrites(wish: CustomerWish): { readonly id: string };
    /** @throws Refused when no carrier has the number, or it tells of no such messages. */
    staffWrites(wish: StaffWish): { readonly id: string };
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

/** Makes one thing of the wired parts. */
export function worldOf(parts: Parts, news: News): World {
  const { state, agenda, jira, platform } = parts;
  const accountOf = (who: string) =>
    jira.accountFor(who) ?? jira.people().find((one) => one.accountId === who)?.accountId;
  const door = { platform, door: jira.door, accountOf };
  const directory = newDirectory({
    projectKeys: () => state.jira.projects.map(({ key }) => key),
    viewSettings: (projectKey) => invoke({ as: ADMIN, module: 'settings', projectKey, call: 'viewSettings' }),
    typed: state.typed,
  });
  const drive = <T>(work: () => Promise<T>) => agenda.finish(work);
  const told = <T>(written: T): T => {
    news.tell();
    return written;
  };
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
    customerWrites: (wish) => told(customerWrites(parts, wish)),
    staffWrites: (wish) => told(staffWrites(parts, wish)),
    subscribe: ({ channel, token }, listener) => platform.subscribe(channel, { token }, listener),
    describe: async () => describe(parts, await directory.rows()),
    ...timeOf(parts, news),
    save: () => structuredClone(state),
    onChange: (listener) => news.listen(listener),
  };
}
