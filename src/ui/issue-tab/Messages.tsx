import { Fragment, useState } from 'react';
import { Inline, LoadingButton, Stack, Text } from '@forge/react';
import { useSay, type Say } from '../shared/useSay';
import { calendarDay, longDay, type Time } from '../shared/clock';
import { divided, type DividedRow } from './dividers';
import { Divider } from './Divider';
import { MessageRow } from './MessageRow';
import { rowsOf } from './rows';
import { unnamedAgents, useAgentNames } from './useAgentNames';
import type { ShownConversation } from './useConversation';
import { useNewSince } from './useNewSince';
import { mayQuote, type Quote } from './useQuote';
import type { Way } from './ways';

type Props = {
  readonly shown: ShownConversation;
  readonly time: Time;
  /** Sending is possible at all. */
  readonly open: boolean;
  /** The way the answer would take. */
  readonly way: Way;
  readonly quote: Quote;
  readonly showOlder: () => Promise<void>;
  readonly resent: () => Promise<void>;
};

/** The messages, oldest first. */
export const Messages = ({ shown, time, open, way, quote, showOlder, resent }: Props) => {
  const { messages, older } = shown;
  const say = useSay();
  const newSince = useNewSince(shown);
  const names = useAgentNames(unnamedAgents(messages));
  if (messages.length === 0) return <Text color="color.text.subtle">{say('thread.empty')}</Text>;
  return (
    <Stack space="space.250">
      {older !== undefined && <Older showOlder={showOlder} />}
      {divided(rowsOf(messages), time, newSince).map((row) => (
        <Fragment key={row.message.key}>
          <Dividers row={row} time={time} />
          <MessageRow
            row={row}
            names={names}
            time={time}
            open={open}
            resent={resent}
            {...(mayQuote(row.message, way) && { reply: () => quote.choose(row.message) })}
          />
        </Fragment>
      ))}
    </Stack>
  );
};

const Dividers = ({ row: { message, beginsDay, isFirstNew }, time }: { row: DividedRow; time: Time }) => {
  const say = useSay();
  return (
    <>
      {beginsDay && <Divider text={dayName(Date.parse(message.at), time, say)} />}
      {isFirstNew && <Divider text={say('thread.new')} color="color.text.brand" />}
    </>
  );
};

/** `Today`, `Yesterday`, `Friday, 20 November`. */
function dayName(at: number, time: Time, say: Say): string {
  const daysAgo = calendarDay(time.now, time) - calendarDay(at, time);
  if (daysAgo === 0) return say('thread.today');
  return daysAgo === 1 ? say('thread.yesterday') : longDay(at, time);
}

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
