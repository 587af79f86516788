import { useState } from 'react';
import { Inline, LoadingButton, Stack, Text } from '@forge/react';
import { useSay } from '../shared/useSay';
import { MessageRow, type Time } from './MessageRow';
import { rowsOf } from './rows';
import { unnamedAgents, useAgentNames } from './useAgentNames';
import type { ShownConversation } from './useConversation';

type Props = {
  readonly shown: ShownConversation;
  readonly time: Time;
  /** Sending is possible at all. */
  readonly open: boolean;
  readonly showOlder: () => Promise<void>;
  readonly resent: () => Promise<void>;
};

/** The messages, oldest first. */
export const Messages = ({ shown: { messages, older }, time, open, showOlder, resent }: Props) => {
  const say = useSay();
  const names = useAgentNames(unnamedAgents(messages));
  if (messages.length === 0) return <Text color="color.text.subtle">{say('thread.empty')}</Text>;
  return (
    <Stack space="space.250">
      {older !== undefined && <Older showOlder={showOlder} />}
      {rowsOf(messages).map((row) => (
        <MessageRow key={row.message.key} row={row} names={names} time={time} open={open} resent={resent} />
      ))}
    </Stack>
  );
};

const Older = ({ showOlder }: { readonly showOlder: () => Promise<void> }) => {
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const show = async (): Promise<void> => {
    setBusy(true);
    await showOlder();
    setBusy(false);
  };
  return (
    <Inline alignInline="center">
      <LoadingButton appearance="subtle" isLoading={busy} onClick={() => void show()}>
        {say('thread.older')}
      </LoadingButton>
    </Inline>
  );
};
