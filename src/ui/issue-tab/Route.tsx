import { Box, Inline, Label, Select, Stack, Text, xcss } from '@forge/react';
import { chosenValue } from '../shared/events';
import { useSay } from '../shared/useSay';
import type { ChosenWay } from './useWay';
import type { Way } from './ways';

/** Wide enough for a number and its channel; in a narrow column the two stand below each other. */
const picker = xcss({ minWidth: '240px' });

/** From which number to which address the answer goes (S2-16): to be chosen where there is more than one way. */
export const Route = ({ chosen: { way, ways, choose } }: { readonly chosen: ChosenWay }) => {
  const say = useSay();
  const named = (address: string, { channel }: Way): string => `${address} ${say(`channel.${channel}`)}`;
  if (ways.length === 1) {
    return (
      <Text size="small" color="color.text.subtle">
        {say('composer.route', { from: named(way.from, way), to: way.to })}
      </Text>
    );
  }
  const receivers = ways.filter((one, index) => ways.findIndex(sameReceiver(one)) === index);
  return (
    <Inline space="space.100" rowSpace="space.050" shouldWrap>
      <Picker
        id="from"
        label={say('composer.from')}
        options={ways.filter(sameReceiver(way)).map((one) => ({ label: named(one.from, one), value: one.key }))}
        value={way.key}
        choose={choose}
      />
      <Picker
        id="to"
        label={say('composer.to')}
        options={receivers.map((one) => ({ label: named(one.to, one), value: one.key }))}
        value={receivers.find(sameReceiver(way))?.key}
        choose={choose}
      />
    </Inline>
  );
};

const sameReceiver =
  (way: Way) =>
  ({ to, channel }: Way): boolean =>
    to === way.to && channel === way.channel;

type PickerProps = {
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly label: string; readonly value: string }[];
  readonly value: string | undefined;
  readonly choose: (key: string) => void;
};

const Picker = ({ id, label, options, value, choose }: PickerProps) => (
  <Box xcss={picker}>
    <Stack space="space.025">
      <Label labelFor={id}>{label}</Label>
      <Select
        id={id}
        inputId={id}
        spacing="compact"
        isSearchable={false}
        options={[...options]}
        value={options.find((option) => option.value === value)}
        onChange={(option: unknown) => choose(chosenValue(option) ?? 'own')}
      />
    </Stack>
  </Box>
);
