import type { EffectResult } from '../../domain/effectResult';
import type { Conversation } from '../../domain/conversation';
import { headOf } from '../../domain/ids';
import type { Message } from '../../domain/message';
import { shorten } from '../../domain/text/cleanText';
import { localTime } from '../../domain/localTime';
import { messageText } from '../../domain/text/messageText';
import type { Paragraph } from '../../domain/text/timeLine';
import { conversationOf } from '../../domain/thread';
import { whoIs } from '../../jira/people';
import { loadSettings } from '../../storage/settings';
import type { App } from '../call';
import { addressName, transcriptTitle } from '../texts';
import { messagesAfter } from './copied';
import { internalNote } from './internalNote';
import type { Task } from './task';

/** One note stays well below what Jira takes for a comment (32,767 characters, jira.md 3.5); the next one goes on. */
const LONGEST = 24_000;
/** A message that is longer is cut: all of it is in the tab. */
const LONGEST_LINE = 8_000;

/** Writes one page of the conversation as an internal note; the cursor says where the next begins. */
export async function transcript(task: Task<'transcript'>): Promise<EffectResult> {
  const { app, effect, thread } = task;
  const conversation = conversationOf(thread, effect.conversation);
  const issueId = conversation?.request?.issueId;
  if (!conversation || !issueId) return { kind: 'done' };
  const { lines, upTo } = await pageOf(app, conversation, effect);
  const written = await internalNote(task, {
    issueId,
    id: `${conversation.id}.transcript.${effect.from}`,
    paragraphs: () =>
      Promise.resolve([
        { kind: 'header', text: transcriptTitle(effect.from === 1, conversation.route.channel) },
        ...lines.map((text): Paragraph => ({ kind: 'message', text })),
      ]),
  });
  return written.kind === 'done' ? { kind: 'transcribed', upTo } : written;
}

type Stretch = { readonly from: number; readonly to: number };
type Page = { readonly lines: readonly string[]; readonly upTo: number };

/** As many messages as one note holds, at least one, in the order in which they were said. What went on to another conversation is told there. */
async function pageOf(app: App, conversation: Conversation, { from, to }: Stretch): Promise<Page> {
  const { timeZone } = await loadSettings(app.ports.store, headOf(conversation.id).project);
  const told: Told[] = [];
  let upTo = from - 1;
  for (let room = LONGEST; ;) {
    const messages = await messagesAfter(app, conversation, upTo);
    if (messages.length === 0 || upTo >= to) return { lines: inOrder(told), upTo };
    for (const message of messages.filter(({ sequence }) => sequence <= to)) {
      const line = isHere(message) ? shorten(await lineOf(app, message, timeZone), LONGEST_LINE) : '';
      if (line.length > room) return { lines: inOrder(told), upTo };
      if (line) told.push({ line, at: message.at });
      room -= line.length;
      upTo = message.sequence;
    }
  }
}

type Told = { readonly line: string; readonly at: number };

const inOrder = (told: readonly Told[]): readonly string[] =>
  told.toSorted((one, other) => one.at - other.at).map(({ line }) => line);

const isHere = (message: Message): boolean => message.direction === 'outbound' || message.movedTo === undefined;

async function lineOf(app: App, message: Message, timeZone: string): Promise<string> {
  const { date, time } = localTime(message.at, timeZone);
  return `${date} ${time} ${await speaker(app, message)}: ${messageText(message.content)}`;
}

async function speaker({ ports }: App, { author, address }: Message): Promise<string> {
  if (author.kind === 'customer') return author.name ?? addressName(address, undefined);
  if (author.kind === 'staff') return 'Staff, outside OmniChat';
  if (author.kind !== 'agent' && author.kind !== 'automation') return 'OmniChat';
  const who = await whoIs(ports, author.accountId);
  return who.kind === 'ok' ? who.value.displayName : 'An agent';
}
