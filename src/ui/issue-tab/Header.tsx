import { Heading, Inline, Lozenge, Stack, Text, type LozengeProps } from '@forge/react';
import { useSay } from '../shared/useSay';
import { Actions } from './Actions';
import type { ShownConversation } from './useConversation';

type Props = { readonly shown: ShownConversation; readonly done: () => Promise<void> };

/** Who is at the other end, on which channel, how the conversation stands, and what can be done with it. */
export const Header = ({ shown, done }: Props) => (
  <Inline space="space.200" rowSpace="space.100" spread="space-between" shouldWrap>
    <Who shown={shown} />
    <Actions shown={shown} done={done} />
  </Inline>
);

const Who = ({ shown: { contact, channel, state, locked } }: Pick<Props, 'shown'>) => {
  const say = useSay();
  const standing = locked ? 'locked' : state;
  return (
    <Stack space="space.050">
      <Inline space="space.100" rowSpace="space.050" alignBlock="center" shouldWrap>
        <Heading as="h2" size="small">
          {contact.name ?? contact.address}
        </Heading>
        <Lozenge>{say(`channel.${channel}`)}</Lozenge>
        <Lozenge appearance={APPEARANCES[standing]}>{say(`state.${standing}`)}</Lozenge>
      </Inline>
      {contact.name !== undefined && (
        <Text size="small" color="color.text.subtle">
          {contact.address}
        </Text>
      )}
    </Stack>
  );
};

const APPEARANCES: Readonly<Record<ShownConversation['state'] | 'locked', NonNullable<LozengeProps['appearance']>>> = {
  active: 'success',
  paused: 'inprogress',
  closed: 'default',
  locked: 'removed',
};
