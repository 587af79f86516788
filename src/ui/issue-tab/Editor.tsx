import { ErrorMessage, Inline, Label, LoadingButton, Stack, Text, TextArea } from '@forge/react';
import { signedText } from '../../domain/text/signedText';
import { textOf } from '../shared/events';
import { useSay } from '../shared/useSay';
import { Files } from './Files';
import { filesRefusal } from './filesRefusal';
import { Length } from './Length';
import { measure } from './measure';
import { QuoteBar } from './QuoteBar';
import { Route } from './Route';
import type { Draft } from './useDraft';
import type { ChosenWay } from './useWay';

type Props = {
  readonly chosen: ChosenWay;
  readonly draft: Draft;
  readonly blocked: boolean;
  /** The agent's name, where the rules have it stand before the text. */
  readonly signed: string | undefined;
};

/** The text area with the way the answer takes, its length, and *Send message*. */
export const Editor = ({ chosen, draft, blocked, signed }: Props) => {
  const say = useSay();
  const measured = measure(signedText({ text: draft.text, channel: chosen.way.channel, signed }), chosen.way);
  const { refusal } = measured;
  const { files } = draft;
  const refused = filesRefusal(files.list, chosen.way);
  const says = draft.text.trim() !== '' || files.list.length > 0;
  const sendable = !blocked && says && !refusal && !refused;
  return (
    <Stack space="space.100">
      <Stack space="space.025">
        <Label labelFor="reply">{say('composer.label')}</Label>
        <Route chosen={chosen} />
      </Stack>
      <QuoteBar quote={draft.quote} way={chosen.way} busy={draft.sending.busy} />
      <TextArea
        key={draft.edition}
        id="reply"
        name="reply"
        placeholder={say('composer.placeholder')}
        defaultValue={draft.text}
        minimumRows={3}
        isDisabled={draft.sending.busy}
        isInvalid={refusal !== undefined}
        onChange={(event) => draft.write(textOf(event))}
      />
      {signed !== undefined && (
        <Text size="small" color="color.text.subtle">
          {say(SIGNED[chosen.way.channel], { name: signed })}
        </Text>
      )}
      {refusal && <ErrorMessage>{say(refusal.key, refusal.values)}</ErrorMessage>}
      <Files files={files} refusal={refused} busy={draft.sending.busy} offered={chosen.way.files !== undefined} />
      <Inline spread="space-between" space="space.200">
        <LoadingButton
          appearance="primary"
          isLoading={draft.sending.busy}
          isDisabled={!sendable}
          onClick={() => void draft.send()}
        >
          {say('composer.send')}
        </LoadingButton>
        <Length measure={measured} />
      </Inline>
    </Stack>
  );
};

const SIGNED = { whatsapp: 'composer.signed-whatsapp', sms: 'composer.signed-sms' } as const;
