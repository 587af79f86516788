import { isOpenAt } from '../businessHours';
import type { Content } from '../content';
import type { Conversation } from '../conversation';
import type { SaidKind } from '../head';
import type { Moment } from '../moment';
import { isAutomatic } from '../text/automatic';
import { personal } from '../text/personal';
import type { Thread } from '../thread';
import type { Scene } from './append';
import { withAutomaticText } from './automaticText';
import { maySay, withSaid } from './saidToday';

/** An agent who answered within this time is there, whatever the hours say. */
export const AGENT_THERE_MS = 3_600_000;

/** What the customer said, and where it stands. */
type InboundScene = Scene & { readonly content: Content };

/** X15: the first message of a conversation is answered with the administrator's text; outside the hours with the one for that. */
export function withFirstReply(inbound: InboundScene, moment: Moment): Thread {
  const { autoReply, outOfHours } = moment.settings;
  return isAway(moment)
    ? reply(inbound, { kind: 'out-of-hours', text: outOfHours }, moment)
    : reply(inbound, { kind: 'first', text: autoReply }, moment);
}

/** X15: so is, outside the hours, one with which the customer takes their turn again, unless an agent is evidently there. */
export function withTurnReply(inbound: InboundScene, before: Conversation, moment: Moment): Thread {
  const { thread, conversation } = inbound;
  const isTheirTurn = before.waitingOn === 'customer' && conversation.waitingOn === 'agent';
  const isAnswered = moment.now - (before.answeredAt ?? -Infinity) < AGENT_THERE_MS;
  if (!isTheirTurn || isAnswered || !isAway(moment)) return thread;
  return reply(inbound, { kind: 'out-of-hours', text: moment.settings.outOfHours }, moment);
}

const isAway = ({ now, settings: { outOfHours, businessHours, timeZone } }: Moment): boolean =>
  outOfHours !== '' && businessHours !== null && !isOpenAt(businessHours, now, timeZone);

function reply(inbound: InboundScene, text: Reply, moment: Moment): Thread {
  return isAutomatic(inbound.content) ? inbound.thread : withReply(inbound, text, moment);
}

export type Reply = { readonly kind: SaidKind; readonly text: string };

/** Says it, if it has cooled down and can reach the customer. */
export function withReply({ thread, conversation }: Scene, { kind, text }: Reply, moment: Moment): Thread {
  if (text === '' || !maySay(thread.head, kind, moment)) return thread;
  const values = { name: thread.contact.name, key: conversation.request?.issueKey, status: undefined };
  const scene = { thread, conversation };
  const said = withAutomaticText(scene, { author: 'auto-reply', text: personal(text, values) }, moment.now);
  return said === thread ? thread : withSaid(said, kind, moment.now);
}
