import type { ConversationRules } from '../../src/domain/conversationRules';
import { crashAt, type Crash } from './crashes';
import { sandboxWorld, type Steps } from './worldSteps';

/** More calls than any of these stories makes: a guard against a story that never ends. */
const TOO_MANY = 400;

export type Story = {
  readonly rules?: Partial<ConversationRules>;
  /** What stands before the crashes begin. */
  readonly before?: (world: Steps) => Promise<unknown>;
  readonly tell: (world: Steps) => Promise<unknown>;
  /** Only every n-th call is struck: for stories that make many. */
  readonly every?: number;
  /** What was promised and is not so. */
  readonly broken: (world: Steps) => Promise<readonly unknown[]>;
};

type Outcome = { crashes: number; violations: readonly unknown[] };

/** Tells the story once per call the app makes in it, each time with a crash there and all of its memory lost. */
export async function atEveryCall(
  kind: Crash,
  { rules = {}, before, tell, broken, every = 1 }: Story,
): Promise<Outcome> {
  const violations: unknown[] = [];
  for (let strikeAt = 1; strikeAt < TOO_MANY; strikeAt += every) {
    const faults = crashAt(strikeAt, kind);
    const world = await sandboxWorld({ faults, rules });
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
