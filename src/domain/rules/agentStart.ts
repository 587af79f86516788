import { sameAddress, type Contact, type Customer } from '../contact';
import type { Conversation } from '../conversation';
import type { AgentStart } from '../event';
import type { Moment } from '../moment';
import { activeFor } from '../slot';
import { withConversation, type Thread } from '../thread';
import { withSync } from './append';
import { openConversation } from './openConversation';
import { hasRoom, pause } from './pause';

/** Why an agent cannot start a conversation. Closed list: each has a sentence in static/locales. */
export type StartRefusal =
  | 'outbound-off'
  | 'no-customer'
  | 'other-customer'
  | 'suppressed'
  | 'contact-blocked'
  | 'number-removed'
  | 'another-active'
  | 'too-many-paused';

/**
 * An agent continues a request over a phone (X6, S2-29): a conversation without messages, attached to that request. What
 * is refused changes nothing: the caller asks `startRefusal` why.
 */
export function onAgentStart(thread: Thread, event: AgentStart, moment: Moment): Thread {
  if (startRefusal(thread, event, moment) || isHere(thread, event)) return thread;
  const other = activeFor(thread.head, moment.settings.scope, event.route);
  const free = other ? pause({ thread, conversation: other }, moment.now) : thread;
  const known = { ...free, contact: withConsent(free.contact, event, moment.now) };
  const opened = openConversation(known, event.route, moment);
  const { follows: _f, untriaged: _u, ...fresh } = opened.conversation;
  const started: Conversation = {
    ...fresh,
    request: event.request,
    startedBy: event.agent,
    copy: { phase: 'comments' },
    waitingOn: 'customer',
    unread: false,
  };
  return withSync(withConversation(opened.thread, started), started, moment.now);
}

export function startRefusal(thread: Thread, event: AgentStart, { settings }: Moment): StartRefusal | undefined {
  const { customer: reporter, carriage, route, pauseOther } = event;
  if (settings.outbound === 'off') return 'outbound-off';
  if (settings.outbound === 'linked-customer' && !reporter) return 'no-customer';
  if (reporter && isOfAnother(thread.contact.customer, reporter)) return 'other-customer';
  if (carriage.numberRemoved) return 'number-removed';
  if (carriage.suppressed) return 'suppressed';
  if (thread.head.blocked) return 'contact-blocked';
  const other = activeFor(thread.head, settings.scope, route);
  if (!other || isHere(thread, event)) return undefined;
  if (!pauseOther) return 'another-active';
  return hasRoom(thread.head) ? undefined : 'too-many-paused';
}

/** Is the conversation of this very request the active one already? */
const isHere = ({ head }: Thread, { request }: AgentStart): boolean =>
  Object.values(head.active).some((one) => one.request?.issueId === request.issueId);

/** The number is known as that of another customer of the site: agents must not lead their requests to a stranger's phone. */
export const isOfAnother = (known: Customer | undefined, reporter: string): boolean =>
  known?.kind === 'account' && known.linked === true && known.accountId !== reporter;

function withConsent(contact: Contact, { route, customer, consent, agent }: AgentStart, now: number): Contact {
  const isNew = !contact.addresses.some((address) => sameAddress(address, route.address));
  return {
    ...contact,
    addresses: isNew ? [...contact.addresses, route.address] : contact.addresses,
    ...(customer && { customer: { kind: 'account', accountId: customer, linked: true } }),
    consent: { source: consent, by: agent, at: now },
  };
}
