import type { MessageView } from '../../contract/views';
import type { Say } from '../shared/useSay';
import type { Names } from './useAgentNames';

/** Who wrote a message. */
export function authorName(author: MessageView['author'], names: Names, say: Say): string {
  if (author.kind === 'auto-reply') return say('author.auto-reply');
  if (author.kind === 'notice') return say('author.notice');
  if (author.kind === 'staff') return say('author.staff');
  if (author.name !== undefined) return author.name;
  return author.kind === 'agent' ? (names[author.accountId] ?? say('author.agent')) : say('author.customer-picture');
}
