import { useState } from 'react';
import { Button, Inline, Stack, Text } from '@forge/react';
import type { NumberView, SettingsView } from '../../contract/views';
import { ask } from '../shared/ask';
import { Confirm } from '../shared/Confirm';
import { useCall } from '../shared/useCall';
import { useSay } from '../shared/useSay';
import { NumberChannel } from './NumberChannel';
import { NumberTemplates } from './NumberTemplates';

type Props = {
  readonly connection: string;
  readonly number: NumberView;
  readonly requestTypes: SettingsView['requestTypes'];
  readonly refresh: () => Promise<void>;
};

/** One business number: which request type each of its channels raises. */
export const NumberRow = ({ connection, number, requestTypes, refresh }: Props) => {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const removing = useCall();
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
    <Stack space="space.025">
      <Inline spread="space-between" alignBlock="center" space="space.200">
        <Text weight="semibold">{number.display}</Text>
        <Inline space="space.050">
          <NumberTemplates number={number} />
          <Button appearance="subtle" spacing="compact" onClick={() => setOpen(true)}>
            {say('settings.numbers.remove')}
          </Button>
        </Inline>
      </Inline>
      {number.channels.map((row) => (
        <NumberChannel
          key={row.channel}
          connection={connection}
          number={number}
          row={row}
          requestTypes={requestTypes}
          refresh={refresh}
        />
      ))}
      <Confirm
        run={say('settings.remove.run')}
        open={open}
        title={say('settings.numbers.remove-title', { number: number.display })}
        text={say('settings.numbers.remove-text')}
        action={removing}
        confirm={() => void remove()}
        close={close}
      />
    </Stack>
  );
};
