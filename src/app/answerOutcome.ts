import type { Views } from '../contract/views';
import { messageKey, parseMessageKey, type MessageKey } from '../domain/ids';
import { readMessages } from '../storage/threads';
import type { App } from './call';
import { failureView } from './messageView';

/** What went wrong is told first: of several messages the agent must learn of the one that did not go. */
const WORST = ['failed', 'unknown'];

/**
 * How an answer ended that is `key` and, where it has files, up to so many messages: they were stored by one turn, so
 * their sequences follow each other and their times are one.
 */
export async function answerOutcome(app: App, key: MessageKey, atMost: number): Promise<Views['sendMessage']> {
  const place = parseMessageKey(key);
  const keys = place ? Array.from({ length: atMost }, (_, next) => nextKey(place, next)) : [];
  const stored = (await readMessages(app.ports.store, keys)).filter((message) => message.direction === 'outbound');
  const [first] = stored;
  if (!first) throw new Error(`answer ${key} is not stored`);
  const ours = stored.filter(({ receivedAt, via }) => receivedAt === first.receivedAt && via === first.via);
  const [told = first] = WORST.flatMap((worst) => ours.filter(({ delivery }) => delivery.status === worst));
  const { status, failure } = told.delivery;
  return { message: told.key, status, ...(failure && failureView(failure)) };
}

type Place = NonNullable<ReturnType<typeof parseMessageKey>>;

const nextKey = ({ conversation, sequence }: Place, next: number): MessageKey =>
  messageKey(conversation, sequence + next);
