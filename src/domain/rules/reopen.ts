import type { AccountId } from '../ids';
import type { Moment } from '../moment';
import { activate } from './activate';
import type { Scene } from './append';
import { once } from './once';

/** Activates a closed conversation again, and moves its request out of the status that closed it. `person`: whose order it is. */
export function reopen(scene: Scene, moment: Moment, person?: AccountId): Scene {
  const { closed } = scene.conversation;
  const opened = activate(scene, moment);
  if (!closed || closed.beside) return opened;
  const work = { kind: 'transition', because: 'reopen', ...(person && { person }) } as const;
  return { ...opened, thread: once(opened.thread, opened.conversation.id, work) };
}
