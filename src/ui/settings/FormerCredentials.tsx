import { Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import type { ConnectionView } from '../../contract/views';
import { ask } from '../shared/ask';
import { dateAndTime } from '../shared/clock';
import { RefusalNote } from '../shared/RefusalNote';
import { useCall } from '../shared/useCall';
import { useSay } from '../shared/useSay';
import { useReader } from '../shared/Viewer';

type Props = { readonly connection: ConnectionView; readonly refresh: () => Promise<void> };

/** Until when webhooks signed with the credentials before are accepted, and the way to end that at once. */
export const FormerCredentials = ({ connection: { id, formerUntil }, refresh }: Props) => {
  const say = useSay();
  const reader = useReader();
  const ending = useCall();
  if (formerUntil === undefined) return null;
  const end = async (): Promise<void> => {
    const answer = await ending.run(ask('endFormerCredentials', { connection: id }));
    if (answer.ok) await refresh();
  };
  return (
    <SectionMessage appearance="information">
      <Stack space="space.100">
        <Text>{say('settings.former.until', { at: dateAndTime(Date.parse(formerUntil), reader) })}</Text>
        <Inline>
          <LoadingButton appearance="subtle" isLoading={ending.busy} onClick={() => void end()}>
            {say('settings.former.end')}
          </LoadingButton>
        </Inline>
        <RefusalNote refusal={ending.refusal} />
      </Stack>
    </SectionMessage>
  );
};
