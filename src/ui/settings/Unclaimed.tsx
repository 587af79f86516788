import { Button, Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import type { ConnectionView } from '../../contract/views';
import { ask } from '../shared/ask';
import { dateAndTime } from '../shared/clock';
import { RefusalNote } from '../shared/RefusalNote';
import { useCall } from '../shared/useCall';
import { useSay } from '../shared/useSay';
import { useReader } from '../shared/Viewer';
import type { NumberDraft } from './numberDraft';

type Props = {
  readonly connection: ConnectionView;
  readonly add: (draft: NumberDraft) => void;
  readonly refresh: () => Promise<void>;
};

/** Numbers that messages came in for although nobody added them. */
export const Unclaimed = ({ connection, add, refresh }: Props) => {
  const say = useSay();
  if (connection.unclaimed.length === 0) return null;
  return (
    <SectionMessage appearance="warning" title={say('settings.unclaimed.title')}>
      <Stack space="space.150">
        {connection.unclaimed.map((receiver) => (
          <Receiver
            key={`${receiver.channel} ${receiver.receiver}`}
            unclaimed={receiver}
            connection={connection}
            add={add}
            refresh={refresh}
          />
        ))}
      </Stack>
    </SectionMessage>
  );
};

type One = Props & { readonly unclaimed: ConnectionView['unclaimed'][number] };

const Receiver = ({ unclaimed, connection, add, refresh }: One) => {
  const say = useSay();
  const reader = useReader();
  const dismissing = useCall();
  const { receiver, display, channel, count, lastAt } = unclaimed;
  const at = dateAndTime(Date.parse(lastAt), reader);
  const dismiss = async (): Promise<void> => {
    const answer = await dismissing.run(ask('dismissUnclaimed', { connection: connection.id, receiver }));
    if (answer.ok) await refresh();
  };
  return (
    <Stack space="space.075">
      <Text>
        {say(count === 1 ? 'settings.unclaimed.line-one' : 'settings.unclaimed.line', {
          number: display,
          channel: say(`channel.${channel}`),
          count,
          at,
        })}
      </Text>
      <Inline space="space.100">
        <Button onClick={() => add({ receiver, display, channels: [channel] })}>{say('settings.unclaimed.add')}</Button>
        <LoadingButton appearance="subtle" isLoading={dismissing.busy} onClick={() => void dismiss()}>
          {say('settings.unclaimed.dismiss')}
        </LoadingButton>
      </Inline>
      <RefusalNote refusal={dismissing.refusal} />
    </Stack>
  );
};
