import { Box, Inline, Label, Select, Text, xcss } from '@forge/react';
import { chosenValue } from '../shared/events';
import { useSay } from '../shared/useSay';
import type { ChosenWay } from './useWay';
import type { Way } from './ways';

/** Wide enough for a number and its channel; in a narrow column the two stand below each other. */
const picker = xcss({ minWidth: '232px' });

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
  const senders = ways.filter(sameReceiver(way));
  const receivers = ways.filter((one, index) => ways.findIndex(sameReceiver(one)) === index);
  return (
    <Inline space="space.200" rowSpace="space.050" alignBlock="center" shouldWrap>
      <Picker
        id="from"
        label={say('composer.from')}
        options={senders.map((one) => ({ label: named(one.from, one), value: one.key }))}
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

/** One side of the way; where there is nothing to choose it is only told. */
const Picker = ({ id, label, options, value, choose }: PickerProps) => {
  const chosen = options.find((option) => option.value === value);
  if (options.length === 1) return <Told label={label} address={chosen?.label ?? ''} />;
  return (
    <Inline space="space.075" alignBlock="center">
      {/* A label has this space below it alone: meant to stand above its field, it would hang beside it. */}
      <Box paddingBlockStart="space.025">
        <Label labelFor={id}>{label}</Label>
      </Box>
      <Box xcss={picker}>
        <Select
          id={id}
          inputId={id}
          spacing="compact"
          isSearchable={false}
          options={[...options]}
          value={chosen}
          onChange={(option: unknown) => choose(chosenValue(option) ?? 'own')}
        />
      </Box>
    </Inline>
  );
};

/** In the weight of the other side's label, so that the two are read as one line. */
const Told = ({ label, address }: { readonly label: string; readonly address: string }) => (
  <Inline space="space.075" alignBlock="center">
    <Text size="small" weight="semibold" color="color.text.subtle">
      {label}
    </Text>
    <Text size="small">{address}</Text>
  </Inline>
);
