import type { Build } from './build';
import type { Delivered } from './carriers/delivery';
import { connectDemo } from './demo';
import type { Faults } from './faults';
import { newNews } from './world/news';
import { rehost } from './world/rehost';
import { newWorldState, type WorldState } from './world/state';
import { wire } from './world/wire';
import { worldOf, type World } from './world/worldOf';

export type { World } from './world/worldOf';

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
  /** For a test that keeps books of what providers post. */
  readonly delivered?: Delivered;
};

/** Makes a world, or takes up a saved one. Its clock moves only when it is driven, until `follow`. */
export async function createWorld(options: WorldOptions): Promise<World> {
  const { build, seed = 1, startAt = Date.now(), baseUrl = 'https://sandbox.omnichat.example' } = options;
  const state = options.state ?? newWorldState({ seed, startAt, baseUrl });
  const before = state.baseUrl;
  state.baseUrl = baseUrl;
  const news = newNews();
  const { faults, delivered } = options;
  const parts = wire({ build, state, news, ...(faults && { faults }), ...(delivered && { delivered }) });
  if (options.realisticDelays !== undefined) state.switches.realisticDelays = options.realisticDelays;
  const world = worldOf(parts, news);
  if (!options.state) parts.jira.seedDemo();
  await rehost(world, before, baseUrl);
  if (options.demo && !options.state) await connectDemo(world);
  return world;
}
