import type { Conversation } from '../conversation';
import type { ConversationRules } from '../conversationRules';
import type { SendFailure } from '../delivery';
import type { Carriage } from '../event';
import type { Head } from '../head';
import type { OutboundMessage } from '../message';
import { serviceWindow } from '../serviceWindow';
import type { ProjectSettings } from '../settings';
import { smsParts } from '../text/smsParts';
import { blockRefusal } from './block';
import { quietRefusal } from './quietHours';

export type Attempt = {
  readonly head: Head;
  readonly conversation: Conversation;
  readonly carriage: Carriage;
  readonly settings: ProjectSettings;
  readonly text: string;
  /** Only a template may go out while the service window is closed. */
  readonly isTemplate?: boolean;
  /** Files may go without a word. */
  readonly hasFiles?: boolean;
  readonly now: number;
};

/**
 * Why a text cannot be sent now; undefined when it can. The agent sees it before sending. Right before the send the performer
 * asks again what may have changed: `wayRefusal`, `lockRefusal` and `quietRefusal`. A close since then keeps nothing back (decision 028).
 */
export function refusal(attempt: Attempt): SendFailure | undefined {
  return (
    blockRefusal(attempt.head) ??
    stateRefusal(attempt.conversation) ??
    quietRefusal(attempt.conversation, attempt) ??
    wayRefusal(attempt) ??
    textRefusal(attempt)
  );
}

export function stateRefusal(conversation: Conversation): SendFailure | undefined {
  if (conversation.locked) return { reason: 'conversation-locked', at: conversation.locked.at };
  if (conversation.state === 'closed') {
    return { reason: 'conversation-closed', ...(conversation.closed && { at: conversation.closed.at }) };
  }
  return conversation.state === 'paused' ? { reason: 'conversation-paused' } : undefined;
}

/**
 * Why what waits is not sent in its conversation any more: nothing more is said once it is locked. What is said of the lock
 * itself is written after it.
 */
export function lockRefusal(
  locked: Conversation['locked'],
  { via, receivedAt }: Pick<OutboundMessage, 'via' | 'receivedAt'>,
): SendFailure | undefined {
  if (!locked || (via === 'rule' && receivedAt >= locked.at)) return undefined;
  return { reason: 'conversation-locked', at: locked.at };
}

/** The way a text would go, whatever the state of its conversation. */
export type Way = Pick<Attempt, 'head' | 'carriage' | 'now' | 'isTemplate'> & {
  readonly conversation: Pick<Conversation, 'route'>;
};

/** Is there a way to the customer: a number of ours, consent, an open window? */
export function wayRefusal({ head, conversation: { route }, carriage, isTemplate, now }: Way): SendFailure | undefined {
  const blocked = blockRefusal(head);
  if (blocked) return blocked;
  if (carriage.numberRemoved) return { reason: 'number-removed' };
  if (carriage.suppressed) return { reason: 'suppressed' };
  if (route.address.kind === 'sender') return { reason: 'no-reply' };
  const needsPhone = route.channel === 'sms' || carriage.phonesOnly;
  if (needsPhone && route.address.kind !== 'phone') return { reason: 'no-address' };
  if (isTemplate) return route.channel === 'whatsapp' ? undefined : { reason: 'template' };
  const window = serviceWindow(head, route, now);
  if (!window || window.open) return undefined;
  return { reason: 'window-closed', ...(window.until !== undefined && { at: window.until }) };
}

export function textRefusal(attempt: Attempt): SendFailure | undefined {
  if (attempt.text.trim() === '') return attempt.hasFiles ? undefined : { reason: 'empty' };
  return lengthRefusal(attempt);
}

/** A text and the limits of its way. */
export type Measured = {
  readonly text: string;
  readonly conversation: { readonly route: Pick<Conversation['route'], 'channel'> };
  readonly carriage: Pick<Carriage, 'maxCharacters' | 'maxParts'>;
  readonly settings: Pick<ConversationRules, 'smsMaxParts'>;
};

/** What OmniChat says by itself is measured by the performer alone, which knows the limits of its way. */
export function lengthRefusal({ conversation, carriage, settings, text }: Measured): SendFailure | undefined {
  if (text.length > carriage.maxCharacters) return { reason: 'too-long' };
  const tooMany = conversation.route.channel === 'sms' && smsParts(text).parts > mostParts(settings, carriage);
  return tooMany ? { reason: 'too-many-parts' } : undefined;
}

/** Parts that an SMS may have: as many as the project allows and the provider takes. */
export const mostParts = (
  { smsMaxParts }: Pick<ConversationRules, 'smsMaxParts'>,
  { maxParts = Infinity }: Pick<Carriage, 'maxParts'>,
): number => Math.min(smsMaxParts, maxParts);
