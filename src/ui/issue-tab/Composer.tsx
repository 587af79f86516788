import { SectionMessage, Stack, Text } from '@forge/react';
import { useSay } from '../shared/useSay';
import { Editor } from './Editor';
import type { Time } from './MessageRow';
import { SendOutcome } from './SendOutcome';
import { Standing } from './Standing';
import type { ShownConversation } from './useConversation';
import { useDraft } from './useDraft';
import { windowLine } from './windowLine';

type Props = {
  readonly shown: ShownConversation;
  readonly time: Time;
  /** Why nothing can be sent now. */
  readonly blocked: string | undefined;
  readonly sent: () => Promise<void>;
};

/**
 * Where the agent answers: until when that is possible, or why it is not. What was typed stays on screen when sending
 * becomes impossible meanwhile.
 */
export const Composer = ({ shown, time, blocked, sent }: Props) => {
  const say = useSay();
  const draft = useDraft(sent);
  const line = shown.composer.window && windowLine(shown.composer.window, time, say);
  return (
    <Stack space="space.100">
      <Standing shown={shown} time={time} />
      {blocked !== undefined && shown.state === 'active' && (
        <SectionMessage appearance="warning">
          <Text>{blocked}</Text>
        </SectionMessage>
      )}
      <SendOutcome draft={draft} />
      {(blocked === undefined || draft.text !== '') && (
        <Editor shown={shown} draft={draft} blocked={blocked !== undefined} />
      )}
      {blocked === undefined && (
        <Stack space="space.025">
          {line !== undefined && <Text size="small">{line}</Text>}
          <Text size="small" color="color.text.subtle">
            {say('composer.comments-go-out')}
          </Text>
        </Stack>
      )}
    </Stack>
  );
};
