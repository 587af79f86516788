import { Inline, Stack, Text } from '@forge/react';
import type { NumberView, SettingsView } from '../../contract/views';
import { ask } from '../shared/ask';
import { useSay } from '../shared/useSay';
import { NumberChannel } from './NumberChannel';
import { NumberTemplates } from './NumberTemplates';
import { Remove } from './Remove';

type Props = {
  readonly connection: string;
  readonly number: NumberView;
  readonly requestTypes: SettingsView['requestTypes'];
  readonly refresh: () => Promise<void>;
};

/** One business number: which request type each of its channels raises. */
export const NumberRow = ({ connection, number, requestTypes, refresh }: Props) => {
  const say = useSay();
  return (
    <Stack space="space.025">
      <Inline spread="space-between" alignBlock="center" space="space.200">
        <Text weight="semibold">{number.display}</Text>
        <Inline space="space.050">
          <NumberTemplates number={number} />
          <Remove
            label={say('settings.numbers.remove')}
            spacing="compact"
            title={say('settings.numbers.remove-title', { number: number.display })}
            text={say('settings.numbers.remove-text')}
            remove={() => ask('removeNumber', { number: number.id })}
            refresh={refresh}
          />
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
    </Stack>
  );
};
