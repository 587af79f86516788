import { ErrorMessage, Inline, Label, LoadingButton, Stack, Text, TextArea } from '@forge/react';
import { smsParts } from '../../domain/text/smsParts';
import { textOf } from '../shared/events';
import { useSay, type Say } from '../shared/useSay';
import type { ShownConversation } from './useConversation';
import type { Draft } from './useDraft';

type Props = { readonly shown: ShownConversation; readonly draft: Draft; readonly blocked: boolean };

/** The text area with the way the answer takes, its length, and *Send message*. */
export const Editor = ({ shown, draft, blocked }: Props) => {
  const say = useSay();
  const { from, channel, contact, composer } = shown;
  const over = draft.text.length - composer.maxCharacters;
  const sendable = !blocked && draft.text.trim() !== '' && over <= 0;
  return (
    <Stack space="space.100">
      <Stack space="space.025">
        <Label labelFor="reply">{say('composer.label')}</Label>
        <Text size="small" color="color.text.subtle">
          {say('composer.route', { from, channel: say(`channel.${channel}`), to: contact.address })}
        </Text>
      </Stack>
      <TextArea
        key={draft.edition}
        id="reply"
        name="reply"
        placeholder={say('composer.placeholder')}
        defaultValue={draft.text}
        minimumRows={3}
        isDisabled={draft.sending.busy}
        isInvalid={over > 0}
        onChange={(event) => draft.write(textOf(event))}
      />
      {over > 0 && <ErrorMessage>{say('composer.too-long', { over })}</ErrorMessage>}
      <Inline spread="space-between" alignBlock="center">
        <LoadingButton
          appearance="primary"
          isLoading={draft.sending.busy}
          isDisabled={!sendable}
          onClick={() => void draft.send()}
        >
          {say('composer.send')}
        </LoadingButton>
        <Text size="small" color="color.text.subtle">
          {lengthOf(draft.text, shown, say)}
        </Text>
      </Inline>
    </Stack>
  );
};

/** `195/1000`, on SMS with the number of parts once there are two: each part is charged. */
function lengthOf(text: string, { channel, composer }: ShownConversation, say: Say): string {
  const values = { count: text.length, max: composer.maxCharacters };
  const countable = channel === 'sms' && text.length <= composer.maxCharacters;
  const parts = countable ? smsParts(text).parts : 1;
  return parts > 1 ? say('composer.parts', { ...values, parts }) : say('composer.characters', values);
}
