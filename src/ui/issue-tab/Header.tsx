import { Heading, Inline, Lozenge, Stack, Text } from '@forge/react';
import { useSay } from '../shared/useSay';
import type { ShownConversation } from './useConversation';

/** Who is at the other end, on which channel, and how the conversation stands. */
export const Header = ({ shown: { contact, channel, state } }: { readonly shown: ShownConversation }) => {
  const say = useSay();
  return (
    <Stack space="space.050">
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Heading as="h2" size="small">
          {contact.name ?? contact.address}
        </Heading>
        <Lozenge>{say(`channel.${channel}`)}</Lozenge>
        <Lozenge appearance={state === 'active' ? 'success' : 'default'}>{say(`state.${state}`)}</Lozenge>
      </Inline>
      {contact.name && (
        <Text size="small" color="color.text.subtle">
          {contact.address}
        </Text>
      )}
    </Stack>
  );
};
