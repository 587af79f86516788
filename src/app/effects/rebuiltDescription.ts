import type { InboundMessage } from '../../domain/message';
import { shownFiles } from '../../domain/text/shownFiles';
import type { AdfDoc } from '../../jira/adf';
import { textHash } from '../../jira/adfText';
import { fileIn, isCopied, messagesAfter } from './copied';
import { composed, type Taken } from './copiedRun';
import type { Run } from './run';
import type { Task } from './task';

export type Rebuilt = Taken & { readonly doc: AdfDoc };

/** One batch of messages: a longer description is only added to. */
const MOST = 25;

/**
 * The whole description written afresh, for messages that arrive after ones said later: providers promise no order.
 * Undefined when nothing came late, or when the description is too long for that.
 */
export async function rebuilt(task: Task<'mirror'>, run: Run, doc: AdfDoc): Promise<Rebuilt | undefined> {
  const lastAt = run.conversation.copy.description?.lastAt ?? 0;
  if (run.upTo > MOST || run.messages.every(({ at }) => at >= lastAt)) return undefined;
  const { timeZone } = run.rules;
  const whole = wholeOf(await describedMessages(task, run, doc), timeZone);
  return whole && { ...whole, taken: run.messages.length };
}

/** Did an earlier start, whose answer was lost, write the description afresh with the first messages of this run? */
export async function alreadyRebuilt(task: Task<'mirror'>, run: Run, doc: unknown): Promise<Taken | undefined> {
  if (run.upTo > MOST) return undefined;
  const { timeZone } = run.rules;
  const messages = await describedMessages(task, run, doc);
  for (let taken = run.messages.length; taken > 0; taken -= 1) {
    const newest = run.messages[taken - 1]?.sequence ?? 0;
    const whole = wholeOf(
      messages.filter(({ sequence }) => sequence <= newest),
      timeZone,
    );
    if (whole && textHash(whole.doc) === textHash(doc)) return { taken, lastAt: whole.lastAt };
  }
  return undefined;
}

async function describedMessages(
  { app }: Task<'mirror'>,
  { conversation, upTo }: Run,
  doc: unknown,
): Promise<readonly InboundMessage[]> {
  const all = await messagesAfter(app, conversation, 0);
  const end = Math.min(upTo, (conversation.answered ?? Infinity) - 1);
  const shown = shownFiles(doc);
  const isElsewhere = (message: InboundMessage) =>
    message.sequence <= conversation.mirrored && !shown.some(({ mediaId }) => mediaId === fileIn(message)?.mediaId);
  return all
    .filter(isCopied)
    .filter(({ sequence }) => sequence <= end)
    .map((message) => (isElsewhere(message) ? withoutFile(message) : message));
}

/** The copy went on without this file, which a comment shows: the words alone stand here. */
function withoutFile(message: InboundMessage): InboundMessage {
  const { content } = message;
  if (content.kind !== 'media' || !content.media.file) return message;
  const { mediaId: _, ...file } = content.media.file;
  return { ...message, content: { ...content, media: { ...content.media, file } } };
}

function wholeOf([first, ...rest]: readonly InboundMessage[], timeZone: string): Omit<Rebuilt, 'taken'> | undefined {
  const whole = first && composed([first, ...rest], timeZone);
  return whole?.taken === rest.length + 1 ? { doc: whole.doc, lastAt: whole.lastAt } : undefined;
}
