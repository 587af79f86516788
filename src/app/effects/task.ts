import type { Effect } from '../../domain/effect';
import type { AccountId } from '../../domain/ids';
import type { Thread } from '../../domain/thread';
import type { App } from '../call';

/** Who performs effects. */
export type Performer = {
  readonly owner: string;
  /** The agent whose session this is: their comments are written by themselves. Such a performer does both lanes. */
  readonly session?: AccountId;
};

/** What an effect is performed on: the thread as the lease's transaction left it. */
export type Task<Kind extends Effect['kind'] = Effect['kind']> = {
  readonly app: App;
  readonly thread: Thread;
  readonly effect: Extract<Effect, { kind: Kind }>;
  readonly performer: Performer;
};
