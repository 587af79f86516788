import type { MessageView } from '../../contract/views';

/**
 * The messages on screen: all that have a sequence from `older` on (from the first one, where there is no `older`), in
 * the order they were said. A late message stands where it was said, so sequences need not ascend, nor be without gaps.
 */
export type Pages = { readonly messages: readonly MessageView[]; readonly older: number | undefined };

/**
 * Puts the newest page over what is on screen. Older pages stay, unless so much came in meanwhile that messages between
 * might be missing: then the newest page stands alone.
 */
export function withNewest(shown: Pages, newest: Pages): Pages {
  const first = newest.older ?? 1;
  const last = Math.max(0, ...shown.messages.map(({ sequence }) => sequence));
  if (last + 1 < first || (shown.older ?? 1) >= first) return newest;
  const kept = shown.messages.filter(({ sequence }) => sequence < first);
  return { messages: inOrder([...kept, ...newest.messages]), older: shown.older };
}

/** Puts the page before `before` in front. An answer to a question that is not open any more is left out. */
export function withOlder(shown: Pages, older: Pages, before: number): Pages {
  if (shown.older !== before) return shown;
  return { messages: inOrder([...older.messages, ...shown.messages]), older: older.older };
}

const inOrder = (messages: readonly MessageView[]): readonly MessageView[] =>
  messages.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at) || one.sequence - other.sequence);
