import { queuedAt } from '../delivery';
import type { Moment } from '../moment';
import { serviceWindow } from '../serviceWindow';
import { withEffect, type Thread } from '../thread';
import { append, type Scene } from './append';

/** The first message of a conversation gets the administrator's text, if there is one and it can still reach the customer. */
export const withAutoReply = (scene: Scene, moment: Moment): Thread =>
  withAutomaticText(scene, moment.settings.autoReply, moment.now);

/** Says a text of the rules to the customer. An empty one is not said, nor is one outside the window. */
export function withAutomaticText({ thread, conversation }: Scene, text: string, now: number): Thread {
  if (text === '' || serviceWindow(thread.head, conversation.route, now)?.open === false) return thread;
  const added = append(
    { thread, conversation },
    {
      direction: 'outbound',
      via: 'rule',
      author: { kind: 'auto-reply' },
      ...conversation.route,
      content: { kind: 'text', text },
      at: now,
      receivedAt: now,
      delivery: queuedAt(now),
    },
  );
  return withEffect(added.thread, conversation.id, { kind: 'send-message', message: added.message.key });
}
