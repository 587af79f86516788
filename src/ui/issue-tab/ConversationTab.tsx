import { useEffect, useRef } from 'react';
import { Stack } from '@forge/react';
import { answered, ask } from '../shared/ask';
import { useSay } from '../shared/useSay';
import { useReader } from '../shared/Viewer';
import { blockedBy } from './blockedBy';
import { Composer } from './Composer';
import { Header } from './Header';
import { Messages } from './Messages';
import { Problems } from './Problems';
import type { ShownConversation } from './useConversation';
import { useNow } from './useNow';
import { useQuote } from './useQuote';
import { useWay } from './useWay';

type Props = {
  readonly shown: ShownConversation;
  readonly refresh: () => Promise<void>;
  readonly showOlder: () => Promise<void>;
};

export const ConversationTab = ({ shown, refresh, showOlder }: Props) => {
  const time = { ...useReader(), now: useNow(shown.now) };
  const chosen = useWay(shown);
  const quote = useQuote(shown.messages, shown.draft?.quoted);
  const blocked = blockedBy(shown.composer, time, useSay());
  useSeen(shown.unread);
  return (
    <Stack space="space.300">
      <Header shown={shown} done={refresh} />
      <Problems problems={shown.problems} time={time} done={refresh} />
      <Messages
        shown={shown}
        time={time}
        open={blocked === undefined}
        way={chosen.way}
        quote={quote}
        showOlder={showOlder}
        resent={refresh}
      />
      <Composer shown={shown} time={time} chosen={chosen} quote={quote} sent={refresh} />
    </Stack>
  );
};

/** Opening the tab is seeing the conversation. Told once; when it gets lost, the next opening tells it. */
function useSeen(unread: boolean): void {
  const told = useRef(false);
  useEffect(() => {
    if (!unread || told.current) return;
    told.current = true;
    void answered(ask('markSeen', {}));
  }, [unread]);
}
