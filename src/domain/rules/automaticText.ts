import type { Conversation } from '../conversation';
import { queuedAt, type Delivery, type SendFailure } from '../delivery';
import type { Head } from '../head';
import type { OutboundMessage } from '../message';
import { serviceWindow } from '../serviceWindow';
import { withEffect, type Thread } from '../thread';
import { append, type Scene } from './append';
import { isOptedOut } from './optOut';

/** What OmniChat says by itself, and as what it says it. */
export type AutomaticText = { readonly author: 'auto-reply' | 'notice'; readonly text: string };

/**
 * Says a text of the rules to the customer: a row and a send, never a comment. After STOP and outside the window nothing goes
 * out: a notice then stands as a row *not sent*, for agents count on it; an auto-reply is left out. An empty text is not said.
 */
export function withAutomaticText(scene: Scene, automatic: AutomaticText, now: number): Thread {
  const { thread, conversation } = scene;
  if (automatic.text === '') return thread;
  const failure = refusalNow(thread.head, conversation, now);
  if (!failure) return sent(scene, automatic, now);
  if (automatic.author === 'auto-reply') return thread;
  const delivery: Delivery = { status: 'failed', history: [{ status: 'failed', at: now }], failure };
  return append(scene, draftOf(scene, automatic, { now, delivery })).thread;
}

function refusalNow(head: Head, { route }: Conversation, now: number): SendFailure | undefined {
  if (isOptedOut(head, route)) return { reason: 'suppressed' };
  const window = serviceWindow(head, route, now);
  if (!window || window.open) return undefined;
  return { reason: 'window-closed', ...(window.until !== undefined && { at: window.until }) };
}

function sent(scene: Scene, automatic: AutomaticText, now: number): Thread {
  const { thread, message } = append(scene, draftOf(scene, automatic, { now, delivery: queuedAt(now) }));
  return withEffect(thread, scene.conversation.id, { kind: 'send-message', message: message.key });
}

type Row = Pick<OutboundMessage, 'delivery'> & { readonly now: number };

const draftOf = ({ conversation }: Scene, { author, text }: AutomaticText, { now, delivery }: Row) => ({
  direction: 'outbound' as const,
  via: 'rule' as const,
  author: { kind: author },
  ...conversation.route,
  content: { kind: 'text' as const, text },
  at: now,
  receivedAt: now,
  delivery,
});
