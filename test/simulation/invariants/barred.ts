import type { OutboundMessage } from '../../../src/domain/message';
import { headOf, type ConversationId } from '../../../src/domain/ids';
import type { Invariant, Run } from '../books';
import { recordsOf } from '../records';

/** The app's clock may be so far ahead of the world's. */
const CLOCK_MS = 100_000;

/** Between two steps: what the store barred before and bars still gets no new message, except what was written before that. */
export const barredMeansBarred: Invariant = {
  name: 'nothing new goes out in a closed or locked conversation or to a blocked contact',
  inStep: true,
  broken(run) {
    const { barred, stored } = run.books;
    const before = new Map(barred);
    const now = barsOf(run);
    const outbound = recordsOf(run.world).messages.filter(
      (one): one is OutboundMessage => one.direction === 'outbound',
    );
    const fresh = outbound.filter(({ key }) => !stored.has(key));
    for (const { key } of fresh) stored.add(key);
    barred.clear();
    for (const [bar, since] of now) barred.set(bar, since);
    noteSaid(run, now);
    const isBarred = (bar: string) => now.has(bar) && now.get(bar) === before.get(bar);
    return fresh
      .filter(({ delivery }) => delivery.status !== 'failed')
      .flatMap((message) => brokenBars(message, isBarred, now));
  },
};

/** Nor does what they write open anything. */
export const blockedOpensNothing: Invariant = {
  name: 'a blocked contact opens no conversation',
  broken: ({ world }) => {
    const { heads, conversations } = recordsOf(world);
    return heads.flatMap(({ project, contact, blocked }) =>
      conversations
        .filter(
          ({ id, openedAt }) => blocked && id.startsWith(`${project}.${contact}.`) && openedAt > blocked.at + CLOCK_MS,
        )
        .map(({ id }) => `${id} was opened`),
    );
  },
};

function noteSaid({ world, books }: Run, bars: ReadonlyMap<string, number>): void {
  for (const { key, direction, conversation, receivedAt } of recordsOf(world).messages) {
    if (direction !== 'inbound') continue;
    if (receivedAt >= (bars.get(blockOf(conversation)) ?? Infinity)) books.saidWhileBlocked.add(key);
    if (receivedAt >= (bars.get(`locked ${conversation}`) ?? Infinity)) books.saidWhileLocked.add(key);
  }
}

function brokenBars(
  message: OutboundMessage,
  isBarred: (bar: string) => boolean,
  now: ReadonlyMap<string, number>,
): string[] {
  const bars = [`closed ${message.conversation}`, `locked ${message.conversation}`, blockOf(message.conversation)];
  return bars
    .filter(isBarred)
    .filter((bar) => isForbidden(message, bar, now.get(bar) ?? 0))
    .map((bar) => `${message.key} (${message.via}) went out: ${bar}`);
}

/** Staff may write past OmniChat to whom they like. Texts of ours are told on closing. A comment counts from when it was written; a correction from when it is ordered. */
function isForbidden({ via, at, corrects }: OutboundMessage, bar: string, since: number): boolean {
  if (via === 'phone') return false;
  if (via === 'rule') return bar.startsWith('blocked');
  return via === 'tab' || corrects !== undefined || at > since + CLOCK_MS;
}

const blockOf = (id: ConversationId): string => {
  const { project, contact } = headOf(id);
  return `blocked ${project}.${contact}`;
};

function barsOf({ world }: Run): ReadonlyMap<string, number> {
  const { conversations, heads } = recordsOf(world);
  return new Map([
    ...conversations.flatMap(({ id, closed }) => (closed ? [[`closed ${id}`, closed.at] as const] : [])),
    ...conversations.flatMap(({ id, locked }) => (locked ? [[`locked ${id}`, locked.at] as const] : [])),
    ...heads.flatMap(({ project, contact, blocked }) =>
      blocked ? [[`blocked ${project}.${contact}`, blocked.at] as const] : [],
    ),
  ]);
}
