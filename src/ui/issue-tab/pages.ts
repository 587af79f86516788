import type { MessageView } from '../../contract/views';

/** The messages on screen: oldest first, without a gap. `older` is the cursor for what comes before. */
export type Pages = { readonly messages: readonly MessageView[]; readonly older: number | undefined };

/**
 * Puts the newest page over what is on screen. Older pages stay, unless so much came in meanwhile that a gap would open:
 * then the newest page stands alone.
 */
export function withNewest(shown: Pages, newest: Pages): Pages {
  const first = newest.messages[0]?.sequence;
  const last = shown.messages.at(-1)?.sequence;
  if (first === undefined || last === undefined || last + 1 < first) return newest;
  const kept = shown.messages.filter((message) => message.sequence < first);
  return { messages: [...kept, ...newest.messages], older: kept.length > 0 ? shown.older : newest.older };
}

/** Puts an older page before what is on screen. A page that does not join what is there is left out. */
export function withOlder(shown: Pages, older: Pages): Pages {
  const first = shown.messages[0]?.sequence;
  const last = older.messages.at(-1)?.sequence;
  if (first === undefined || last === undefined) return { messages: shown.messages, older: older.older };
  if (last + 1 < first) return shown;
  const added = older.messages.filter((message) => message.sequence < first);
  return { messages: [...added, ...shown.messages], older: older.older };
}
