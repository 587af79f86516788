import { useState } from 'react';
import { Button, Inline, Stack, Text } from '@forge/react';
import type { NumberView, SettingsView } from '../../contract/views';
import { ask } from '../shared/ask';
import { Confirm } from '../shared/Confirm';
import { useCall } from '../shared/useCall';
import { useSay } from '../shared/useSay';

type Props = {
  readonly number: NumberView;
  readonly requestTypes: SettingsView['requestTypes'];
  readonly refresh: () => Promise<void>;
};

/** One business number: which request type each of its channels raises. */
export const NumberRow = ({ number, requestTypes, refresh }: Props) => {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const removing = useCall();
  const nameOf = (id: string): string =>
    requestTypes.find((type) => type.id === id)?.name ?? say('settings.numbers.request-type-gone');
  const remove = async (): Promise<void> => {
    const answer = await removing.run(ask('removeNumber', { number: number.id }));
    if (!answer.ok) return;
    setOpen(false);
    await refresh();
  };
  const close = (): void => {
    removing.clear();
    setOpen(false);
  };
  return (
    <Inline spread="space-between" alignBlock="center" space="space.200">
      <Stack space="space.025">
        <Text weight="semibold">{number.display}</Text>
        {number.channels.map(({ channel, requestTypeId }) => (
          <Text key={channel} size="small" color="color.text.subtle">
            {say('settings.numbers.line', { channel: say(`channel.${channel}`), requestType: nameOf(requestTypeId) })}
          </Text>
        ))}
      </Stack>
      <Button appearance="subtle" onClick={() => setOpen(true)}>
        {say('settings.numbers.remove')}
      </Button>
      <Confirm
        run={say('settings.remove.run')}
        open={open}
        title={say('settings.numbers.remove-title', { number: number.display })}
        text={say('settings.numbers.remove-text')}
        action={removing}
        confirm={() => void remove()}
        close={close}
      />
    </Inline>
  );
};
