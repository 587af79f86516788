import type { Conversation } from '../../../src/domain/conversation';
import type { Message } from '../../../src/domain/message';
import { headOf } from '../../../src/domain/ids';
import { LATE_MESSAGES, LATE_ROWS } from '../../../src/domain/rules/lateMessages';
import type { Invariant, Run } from '../books';
import { recordsOf, rulesFor } from '../records';
import { underwayMs } from './inbound';
import { isSaid } from './phones';

/** What a customer wrote after the Done, before OmniChat heard of it, goes on to the conversation that follows. */
export const lateAreFollowed: Invariant = {
  name: 'no message stays in a conversation that was done before it came, unless somebody answered it',
  broken(run) {
    const { conversations, messages } = recordsOf(run.world);
    return conversations.flatMap((conversation) => {
      const { closed } = conversation;
      if (!closed || mayStay(run, conversation)) return [];
      const late = messages.filter(
        (one) => one.conversation === conversation.id && one.receivedAt > closed.at + underwayMs(run),
      );
      if (late.some(isAnswer)) return [];
      return late
        .filter((one) => isLeft(one) && !isTooMany(one, late) && !wasBarred(run, one))
        .map(({ key }) => `${key} stays in ${conversation.id}`);
    });
  },
};

/** Thanks may stay where the rules know them, what nobody reads stays, and what another conversation of an agent's choice is open beside. */
function mayStay(run: Run, { id, locked }: Conversation): boolean {
  const { project, contact } = headOf(id);
  const isBlocked = recordsOf(run.world).heads.some(
    (head) => head.project === project && head.contact === contact && head.blocked,
  );
  return locked !== undefined || rulesFor(run, id).smallTalk || isBlocked || run.story.steps.some(parks);
}

const parks = (step: Run['story']['steps'][number]): boolean =>
  step.kind === 'orders' && /^(pause|activate)Conversation$/.test(step.call);

const isAnswer = ({ direction, via }: Message): boolean => direction === 'outbound' && via !== 'rule';
/** One transaction takes so many on, the newest; those before them stand where they were said, and the agent guide says so. */
const isTooMany = ({ sequence }: Message, late: readonly Message[]): boolean => {
  const after = late.filter((one) => one.sequence > sequence);
  const moved = after.filter((one) => one.direction === 'inbound' && one.movedTo !== undefined);
  return moved.length >= LATE_MESSAGES || after.length >= LATE_ROWS;
};

const wasBarred = ({ books }: Run, { key }: Message): boolean =>
  books.saidWhileBlocked.has(key) || books.saidWhileLocked.has(key);
const isLeft = (message: Message): boolean =>
  isSaid(message) && message.direction === 'inbound' && message.movedTo === undefined;
