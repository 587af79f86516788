import type { World } from '../../sandbox/world';
import type { countedFaults } from './countedFaults';
import type { Story } from './story';

/** What the simulator itself did and was told: the invariants hold the app's records against it. Times are epoch ms. */
export type Books = {
  /** Customers' messages by token. */
  readonly written: Map<string, { readonly id: string; readonly phone: string; readonly at: number }>;
  /** Answers from the tab, by token: every outcome the screen was told. */
  readonly answers: Map<string, { readonly draftId: string; readonly issueKey: string; readonly told: string[] }>;
  /** Public comments of agents by token. */
  readonly comments: Map<string, { readonly id: string; readonly issueKey: string; readonly at: number }>;
  /** Internal comments by token. */
  readonly notes: Set<string>;
  /** The furthest status every message of ours was seen in, by key. */
  readonly furthest: Map<string, string>;
  /** The clock at every step. */
  readonly clock: number[];
  readonly done: Record<string, number>;
};

export type Run = {
  readonly story: Story;
  readonly world: World;
  readonly books: Books;
  readonly faults: ReturnType<typeof countedFaults>;
};

/** A law of the product, or of the simulator itself. `inStep`: holds after every step, not only when the world is quiet. */
export type Invariant = {
  readonly name: string;
  readonly inStep?: true;
  readonly broken: (run: Run) => readonly string[];
};

/** The last message, by which the simulator sees whether the app is well again. */
export const PROBE = 'm0';

export const newBooks = (): Books => ({
  written: new Map(),
  answers: new Map(),
  comments: new Map(),
  notes: new Set(),
  furthest: new Map(),
  clock: [],
  done: {},
});
