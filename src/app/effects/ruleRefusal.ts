import type { SendFailure } from '../../domain/delivery';
import { headOf } from '../../domain/ids';
import type { OutboundMessage } from '../../domain/message';
import { quietRefusal } from '../../domain/rules/quietHours';
import { lengthRefusal } from '../../domain/rules/refusal';
import { rulesFor, type ProjectSettings } from '../../domain/settings';
import { conversationOf } from '../../domain/thread';
import { loadSettings } from '../../storage/settings';
import type { OpenNumber } from '../../storage/numbers';
import type { App } from '../call';
import type { Task } from './task';

/** The rules of the number that an SMS goes out from: what else goes out is bound by none of them. */
export async function smsRules(
  { ports }: App,
  { channel, conversation, number }: OutboundMessage,
): Promise<ProjectSettings | undefined> {
  if (channel !== 'sms') return undefined;
  return rulesFor(await loadSettings(ports.store, headOf(conversation).project), number);
}

/** A message right before its send, the rules where it is an SMS, and its number unless that was removed. */
type Ready = {
  readonly message: OutboundMessage;
  readonly rules: ProjectSettings | undefined;
  readonly open: OpenNumber | undefined;
};

/** What rules and limits keep back: an SMS that waited into the quiet hours, a text of OmniChat's own that is too long. */
export const ruleRefusal = (task: Task<'send-message'>, ready: Ready): SendFailure | undefined =>
  quietNow(task, ready) ?? tooLong(task, ready);

/** An SMS out of the blue that waited for its send into the quiet hours. */
function quietNow({ app, thread }: Task<'send-message'>, { message, rules }: Ready): SendFailure | undefined {
  const { channel, number, address } = message;
  const conversation = conversationOf(thread, message.conversation);
  if (!conversation || !rules) return undefined;
  const route = { channel, number, address };
  return quietRefusal({ ...conversation, route }, { now: app.ports.clock.now(), settings: rules });
}

/** Nobody saw how long it is before it was written: an agent's was measured then. */
function tooLong({ app }: Task<'send-message'>, { message, rules, open }: Ready): SendFailure | undefined {
  const { content, channel, via } = message;
  const carriage = open && app.registry.get(open.connection.provider)?.limits[channel];
  if (via !== 'rule' || content.kind !== 'text' || !carriage) return undefined;
  const settings = { smsMaxParts: rules?.smsMaxParts ?? Infinity };
  return lengthRefusal({ text: content.text, conversation: { route: { channel } }, carriage, settings });
}
