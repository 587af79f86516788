import type { Input } from '../contract/calls';
import type { Route } from '../domain/conversation';
import { messageKey, parseMessageKey } from '../domain/ids';
import { quoteOf, type Quote } from '../domain/quote';
import { messageOfOrigin } from '../domain/thread';
import { draftOrigin } from '../storage/keys';
import { readMessages } from '../storage/threads';
import type { App } from './call';
import type { OpenedConversation } from './openConversation';

/** So many of the newest messages are looked through for a deletion: one batch with the quoted one. */
const NEWEST = 24;

type Asked = Pick<Input<'sendMessage'>, 'draftId' | 'quotes'> & { readonly route: Route };

/**
 * The message of this conversation that an answer replies to. `gone`: it cannot be quoted (any more) on this way. A draft
 * that was answered already is not judged again.
 */
export async function quoteIn(
  app: App,
  { thread, conversation }: OpenedConversation,
  { draftId, quotes, route }: Asked,
): Promise<Quote | 'gone' | undefined> {
  if (quotes === undefined || messageOfOrigin(thread, draftOrigin(conversation.id, draftId))) return undefined;
  const place = parseMessageKey(quotes);
  if (place?.conversation !== conversation.id) return 'gone';
  const first = Math.max(place.sequence + 1, conversation.messages - NEWEST + 1);
  const count = Math.max(0, conversation.messages - first + 1);
  const newest = Array.from({ length: count }, (_, next) => messageKey(conversation.id, first + next));
  const [message, ...later] = await readMessages(app.ports.store, [place.key, ...newest]);
  if (message?.key !== place.key || message.number !== route.number || message.channel !== route.channel) return 'gone';
  return quoteOf(message, later, app.ports.clock.now()) ?? 'gone';
}
