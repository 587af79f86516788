import { useState } from 'react';
import {
  HelperMessage,
  Inline,
  Label,
  LoadingButton,
  SectionMessage,
  Stack,
  Text,
  TextArea,
  ValidMessage,
} from '@forge/react';
import { ask } from '../shared/ask';
import { textOf } from '../shared/events';
import { RefusalNote } from '../shared/RefusalNote';
import { useSay } from '../shared/useSay';
import { Section } from './Section';
import { useSaving } from './useSaving';

/** What still fits one SMS (GSM-7; 3GPP TS 23.040). */
const ADVISED = 160;

/** The answer to the first message of a conversation; empty means none. */
export const AutoReply = ({ text, refresh }: { readonly text: string; readonly refresh: () => Promise<void> }) => {
  const say = useSay();
  const [written, setWritten] = useState(text);
  const saving = useSaving(refresh);
  const write = (next: string): void => {
    setWritten(next);
    saving.edited();
  };
  return (
    <Section title={say('settings.auto-reply.title')}>
      <Stack space="space.100">
        <Stack space="space.0">
          <Label labelFor="auto-reply">{say('settings.auto-reply.label')}</Label>
          <TextArea
            id="auto-reply"
            name="auto-reply"
            defaultValue={text}
            placeholder={say('settings.auto-reply.placeholder')}
            minimumRows={3}
            onChange={(event) => write(textOf(event))}
          />
          <HelperMessage>{say('settings.auto-reply.help')}</HelperMessage>
        </Stack>
        {written.length > ADVISED && (
          <SectionMessage appearance="warning">
            <Text>{say('settings.auto-reply.long', { count: written.length })}</Text>
          </SectionMessage>
        )}
        <Inline space="space.200" alignBlock="center">
          <LoadingButton
            isLoading={saving.call.busy}
            isDisabled={written.trim() === text}
            onClick={() => void saving.save(() => ask('saveAutoReply', { text: written.trim() }))}
          >
            {say('screen.save')}
          </LoadingButton>
          <Text size="small" color="color.text.subtle">
            {say('settings.auto-reply.count', { count: written.length })}
          </Text>
        </Inline>
        <RefusalNote refusal={saving.call.refusal} />
        {saving.saved && (
          <ValidMessage>{say(text === '' ? 'settings.auto-reply.off' : 'settings.auto-reply.on')}</ValidMessage>
        )}
      </Stack>
    </Section>
  );
};
