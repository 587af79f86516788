import type { SendFailure } from '../../domain/delivery';
import { headOf } from '../../domain/ids';
import type { OutboundMessage } from '../../domain/message';
import { quietRefusal } from '../../domain/rules/quietHours';
import { rulesFor } from '../../domain/settings';
import { conversationOf } from '../../domain/thread';
import { loadSettings } from '../../storage/settings';
import type { Task } from './task';

/** An SMS out of the blue that waited for its send into the quiet hours. The rules are read for such a one alone. */
export async function quietNow(
  { app, thread }: Task<'send-message'>,
  { channel, number, address, conversation: id }: OutboundMessage,
): Promise<SendFailure | undefined> {
  const conversation = conversationOf(thread, id);
  if (channel !== 'sms' || !conversation?.startedBy || conversation.heard) return undefined;
  const settings = rulesFor(await loadSettings(app.ports.store, headOf(id).project), number);
  const route = { channel, number, address };
  return quietRefusal({ ...conversation, route }, { now: app.ports.clock.now(), settings });
}
