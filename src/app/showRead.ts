import { isUtterance } from '../domain/content';
import type { Conversation } from '../domain/conversation';
import { messageKey, type ConversationId } from '../domain/ids';
import type { InboundMessage, Message } from '../domain/message';
import { rulesFor, type ProjectSettings } from '../domain/settings';
import { findNumber } from '../storage/numbers';
import { readMessages } from '../storage/threads';
import { ask } from './ask';
import type { App } from './call';
import { gatewayOf } from './vouching';

/** A sign of courtesy is worth no longer wait. */
const TIMEOUT_MS = 3_000;
/** So many rows are looked at for the customer's newest message. */
const LOOKED_AT = 5;

/** An answer went out. Of several in a row only the first shows anything: the customer has written nothing since. */
export async function showReadOnAnswer(
  app: App,
  answer: Message | undefined,
  settings: ProjectSettings,
): Promise<void> {
  if (!answer || !isAnswer(answer) || rulesFor(settings, answer.number).readReceipts !== 'on-answer') return;
  await showRead(app, answer.conversation, async () => {
    const rows = await newestRows(app, answer.conversation, answer.sequence - 1);
    const answered = rows.findIndex(isAnswer);
    return newestOf(answered === -1 ? rows : rows.slice(0, answered));
  });
}

/** An agent opens the tab while something in it is unread; `settings` are those of the conversation's number. */
export async function showReadOnOpen(app: App, { id, messages, unread }: Conversation, settings: ProjectSettings) {
  if (!unread || settings.readReceipts !== 'on-open') return;
  await showRead(app, id, async () => newestOf(await newestRows(app, id, messages)));
}

/** Best effort: nothing waits for it longer than three seconds, and nothing fails because of it. */
async function showRead(
  app: App,
  conversation: ConversationId,
  find: () => Promise<InboundMessage | undefined>,
): Promise<void> {
  const { clock, log } = app.ports;
  if (clock.remainingMs() < 2 * TIMEOUT_MS) return;
  try {
    const message = await find();
    if (message) await mark(app, message);
  } catch (error) {
    log.warn('message not shown as read', { conversation, error: error instanceof Error ? error.name : typeof error });
  }
}

async function mark(app: App, { channel, number, providerId, conversation }: InboundMessage): Promise<void> {
  if (channel === 'sms' || providerId === undefined) return;
  const open = await findNumber(app.ports, number);
  const sign = { channel, from: open?.number.receiver ?? '', providerId };
  const request = open && gatewayOf(app, open)?.markRead?.(sign, new Date(app.ports.clock.now()));
  if (!request) return;
  const asked = await ask(app, { connection: open.connection.id, errand: 'read-mark' }, () =>
    app.ports.http.send(request, TIMEOUT_MS),
  );
  if (asked.kind !== 'answered') app.ports.log.warn('message not shown as read', { conversation, why: asked.kind });
  else if (asked.answer.status >= 300)
    app.ports.log.warn('message not shown as read', { conversation, status: asked.answer.status });
}

/** The newest first. */
async function newestRows({ ports }: App, conversation: ConversationId, upTo: number): Promise<readonly Message[]> {
  const sequences = Array.from({ length: Math.min(LOOKED_AT, upTo) }, (_, back) => upTo - back);
  const rows = await readMessages(
    ports.store,
    sequences.map((sequence) => messageKey(conversation, sequence)),
  );
  return rows.toSorted((one, other) => other.sequence - one.sequence);
}

const isAnswer = ({ direction, author }: Message): boolean =>
  direction === 'outbound' && (author.kind === 'agent' || author.kind === 'automation');

/** What was written in the portal is on no phone. */
const newestOf = (rows: readonly Message[]): InboundMessage | undefined =>
  rows
    .filter((row) => row.direction === 'inbound')
    .find(({ via, content }) => via === undefined && isUtterance(content));
