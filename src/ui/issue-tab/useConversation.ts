import { useCallback, useEffect, useRef, useState } from 'react';
import type { ConversationView } from '../../contract/views';
import { answered, ask, type Refusal } from '../shared/ask';
import { useLive } from './useLive';
import { withNewest, withOlder, type Pages } from './pages';
import { usePolling } from '../shared/usePolling';

export type ShownConversation = Omit<Extract<ConversationView, { kind: 'conversation' }>, 'messages' | 'older'> & Pages;
export type Shown = { readonly kind: 'none' } | ShownConversation;

export type Conversation = {
  /** Absent until the first answer. */
  readonly shown?: Shown;
  /** Why the latest load failed; what is shown stays. */
  readonly refusal?: Refusal;
  readonly refresh: () => Promise<void>;
  readonly showOlder: () => Promise<void>;
};

/** The conversation of this request, kept current by live events and by polling. */
export function useConversation(): Conversation {
  const [shown, setShown] = useState<Shown>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [changes, setChanges] = useState(0);
  const asked = useRef(0);
  const seen = useRef('');

  const refresh = useCallback(async (): Promise<void> => {
    const turn = ++asked.current;
    // What the agent had begun is asked for with the first view: later ones know less than the composer.
    const answer = await answered(ask('viewConversation', seen.current === '' ? { draft: true } : {}));
    // An answer that was overtaken by a later question would turn the screen back.
    if (turn !== asked.current) return;
    if (!answer.ok) return setRefusal(answer.error);
    setRefusal(undefined);
    setShown((before) => merged(before, answer.output));
    const facts = factsOf(answer.output);
    if (facts !== seen.current) setChanges((count) => count + 1);
    seen.current = facts;
  }, []);

  const older = shown?.kind === 'conversation' ? shown.older : undefined;
  const showOlder = useCallback(async (): Promise<void> => {
    if (older === undefined) return;
    const answer = await answered(ask('viewConversation', { before: older }));
    if (!answer.ok) return setRefusal(answer.error);
    setShown((now) => withPage(now, answer.output, older));
  }, [older]);

  useEffect(() => void refresh(), [refresh]);
  const live = useLive(shown?.kind === 'conversation' ? shown.live : undefined, () => void refresh());
  usePolling(refresh, live, changes);
  return { refresh, showOlder, ...(shown && { shown }), ...(refusal && { refusal }) };
}

function merged(before: Shown | undefined, view: ConversationView): Shown {
  if (view.kind === 'none') return view;
  const newest = { messages: view.messages, older: view.older };
  const same = before?.kind === 'conversation' && before.live.channel === view.live.channel;
  return { ...view, ...(same ? withNewest(before, newest) : newest) };
}

function withPage(shown: Shown | undefined, page: ConversationView, before: number): Shown | undefined {
  if (shown?.kind !== 'conversation' || page.kind !== 'conversation') return shown;
  return { ...shown, ...withOlder(shown, { messages: page.messages, older: page.older }, before) };
}

/** What a person would notice: everything but the clock and the token. */
function factsOf(view: ConversationView): string {
  if (view.kind === 'none') return view.kind;
  return JSON.stringify({ ...view, now: undefined, live: undefined });
}
