import { Select } from '@forge/react';
import type { ChannelName, SettingsView } from '../../contract/views';
import { chosenValue } from '../shared/events';
import { Labelled } from '../shared/Labelled';
import { useSay } from '../shared/useSay';

type Props = {
  readonly channel: ChannelName;
  /** A provider with one channel has no number without it. */
  readonly required: boolean;
  readonly requestTypes: SettingsView['requestTypes'];
  readonly chosen: string | undefined;
  readonly choose: (id: string | undefined) => void;
};

const NOT_USED = '';

/** Which request type messages of one channel raise. */
export const RequestTypeField = ({ channel, required, requestTypes, chosen, choose }: Props) => {
  const say = useSay();
  const id = `request-type-${channel}`;
  const name = say(`channel.${channel}`);
  const notUsed = { label: say('settings.numbers.not-used'), value: NOT_USED };
  const options = requestTypes.map((type) => ({ label: type.name, value: type.id }));
  const value = options.find((option) => option.value === chosen) ?? (required ? undefined : notUsed);
  const take = (option: unknown): void => {
    const taken = chosenValue(option);
    choose(taken === NOT_USED ? undefined : taken);
  };
  return (
    <Labelled
      id={id}
      label={say('settings.numbers.request-type', { channel: name })}
      help={say('settings.numbers.request-type-help', { channel: name })}
    >
      <Select
        id={id}
        name={id}
        options={required ? options : [notUsed, ...options]}
        placeholder={say('settings.numbers.choose')}
        {...(value && { value })}
        onChange={take}
      />
    </Labelled>
  );
};
