import { useRef } from 'react';
import type { ShownConversation } from './useConversation';

/**
 * Sequence from which on messages are new to who opened the tab: kept while it is open, although opening it is seeing them.
 */
export function useNewSince({ unreadFrom, messages }: ShownConversation): number {
  const since = useRef<number>();
  since.current ??= unreadFrom ?? Math.max(0, ...messages.map(({ sequence }) => sequence)) + 1;
  return since.current;
}
