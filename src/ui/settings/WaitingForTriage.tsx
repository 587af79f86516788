import { useState } from 'react';
import { Button, Inline, LoadingButton, SectionMessage, Stack, Text, Textfield } from '@forge/react';
import type { WaitingView } from '../../contract/views';
import type { Input } from '../../contract/calls';
import { ask } from '../shared/ask';
import { dateAndTime } from '../shared/clock';
import { textOf } from '../shared/events';
import { Labelled } from '../shared/Labelled';
import { PlainText } from '../shared/PlainText';
import { RefusalNote } from '../shared/RefusalNote';
import { useCall } from '../shared/useCall';
import { useSay } from '../shared/useSay';
import { useReader } from '../shared/Viewer';

type Props = { readonly waiting: readonly WaitingView[]; readonly refresh: () => Promise<void> };

/** Conversations that wait for somebody to say whether they become requests. Nothing where none waits. */
export const WaitingForTriage = ({ waiting, refresh }: Props) => {
  const say = useSay();
  if (waiting.length === 0) return null;
  return (
    <SectionMessage appearance="information" title={say('settings.waiting.title')}>
      <Stack space="space.300">
        <Text>{say('settings.waiting.lead')}</Text>
        {waiting.map((one) => (
          <Conversation key={one.conversation} waiting={one} refresh={refresh} />
        ))}
      </Stack>
    </SectionMessage>
  );
};

type One = { readonly waiting: WaitingView; readonly refresh: () => Promise<void> };
type Decision = Omit<Input<'triageConversation'>, 'conversation'>;

const Conversation = ({ waiting, refresh }: One) => {
  const say = useSay();
  const call = useCall();
  const { conversation } = waiting;
  const decide = async (decision: Decision): Promise<void> => {
    const answer = await call.run(ask('triageConversation', { conversation, ...decision }));
    if (answer.ok) await refresh();
  };
  return (
    <Stack space="space.100">
      <Customer waiting={waiting} />
      <PlainText text={waiting.text} />
      <Inline space="space.100">
        <LoadingButton isLoading={call.busy} onClick={() => void decide({ decision: 'create' })}>
          {say('settings.waiting.create')}
        </LoadingButton>
        <Button appearance="subtle" isDisabled={call.busy} onClick={() => void decide({ decision: 'dismiss' })}>
          {say('settings.waiting.dismiss')}
        </Button>
      </Inline>
      <Linking id={conversation} busy={call.busy} link={(issueKey) => void decide({ decision: 'link', issueKey })} />
      <RefusalNote refusal={call.refusal} />
    </Stack>
  );
};

const Customer = ({ waiting: { name, address, channel, messages, at } }: Pick<One, 'waiting'>) => {
  const say = useSay();
  const reader = useReader();
  const who = name === undefined || name === address ? [address] : [name, address];
  const count = messages === 1 ? say('settings.waiting.one') : say('settings.waiting.count', { count: messages });
  return <Text>{[...who, say(`channel.${channel}`), count, dateAndTime(Date.parse(at), reader)].join(' · ')}</Text>;
};

type LinkingProps = { readonly id: string; readonly busy: boolean; readonly link: (issueKey: string) => void };

/** The conversation may belong to a request that is there. */
const Linking = ({ id, busy, link }: LinkingProps) => {
  const say = useSay();
  const [key, setKey] = useState('');
  const field = `triage-${id}`;
  return (
    <Labelled id={field} label={say('settings.waiting.key')}>
      <Inline space="space.100">
        <Textfield id={field} name="issueKey" maxLength={40} onChange={(event) => setKey(textOf(event))} />
        <Button isDisabled={busy || key.trim() === ''} onClick={() => link(key.trim())}>
          {say('settings.waiting.link')}
        </Button>
      </Inline>
    </Labelled>
  );
};
