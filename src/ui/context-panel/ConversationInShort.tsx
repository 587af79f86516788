import { Inline, Lozenge, Stack, Text } from '@forge/react';
import type { PanelView } from '../../contract/views';
import { useSay } from '../shared/useSay';

type Props = { readonly shown: Extract<PanelView, { kind: 'conversation' }> };

/** The conversation this request has, in three lines, and where it is read and answered. */
export const ConversationInShort = ({ shown: { state, contact, channel, waitingOn, unread } }: Props) => {
  const say = useSay();
  return (
    <Stack space="space.100">
      <Stack space="space.025">
        <Text weight="semibold">{contact.name ?? contact.address}</Text>
        {contact.name !== undefined && (
          <Text size="small" color="color.text.subtle">
            {contact.address}
          </Text>
        )}
      </Stack>
      <Inline space="space.050" rowSpace="space.050" shouldWrap>
        <Lozenge>{say(`channel.${channel}`)}</Lozenge>
        <Lozenge appearance={state === 'active' ? 'success' : 'default'}>{say(`state.${state}`)}</Lozenge>
        {unread && <Lozenge appearance="new">{say('panel.unread')}</Lozenge>}
      </Inline>
      {state === 'active' && <Text>{say(`waiting-on.${waitingOn}`)}</Text>}
      <Text size="small" color="color.text.subtle">
        {say('panel.where')}
      </Text>
    </Stack>
  );
};
