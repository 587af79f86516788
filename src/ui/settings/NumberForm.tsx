import { useState } from 'react';
import { Button, ErrorMessage, Form, Heading, Inline, LoadingButton, Stack, Text } from '@forge/react';
import type { ChannelName, ConnectionView, ProviderView, SettingsView } from '../../contract/views';
import { ask } from '../shared/ask';
import { RefusalNote } from '../shared/RefusalNote';
import { useCall } from '../shared/useCall';
import { useSay } from '../shared/useSay';
import { FirstFallback, suggestFallback } from './FirstFallback';
import { NumberField } from './NumberField';
import { suggestRequestTypes, type NumberDraft } from './numberDraft';
import { RequestTypeField } from './RequestTypeField';

type Props = {
  readonly draft: NumberDraft;
  readonly connection: ConnectionView;
  readonly provider: ProviderView;
  readonly requestTypes: SettingsView['requestTypes'];
  /** The project has no fall-back request type yet. */
  readonly lacksFallback: boolean;
  readonly added: () => Promise<void>;
  readonly cancel: () => void;
};

/** Adds a business number: which number it is, unless that is known already, and a request type for each of its channels. */
export const NumberForm = ({ draft, connection, provider, requestTypes, lacksFallback, added, cancel }: Props) => {
  const say = useSay();
  const adding = useCall();
  const [number, setNumber] = useState({ receiver: draft.receiver ?? '', display: draft.display ?? '' });
  const [types, setTypes] = useState(() => suggestRequestTypes({ draft, connection, provider, requestTypes }, say));
  const [fallback, setFallback] = useState(() => (lacksFallback ? suggestFallback(requestTypes) : undefined));
  const [checked, setChecked] = useState(false);
  const channels = provider.channels.flatMap((channel) => {
    const requestTypeId = types[channel];
    return requestTypeId === undefined ? [] : [{ channel, requestTypeId }];
  });
  const receiver = number.receiver.trim();
  const add = async (): Promise<void> => {
    setChecked(true);
    if (receiver === '' || channels.length === 0 || (lacksFallback && fallback === undefined)) return;
    const display = number.display.trim() === '' ? receiver : number.display.trim();
    const wish = { connection: connection.id, receiver, display, channels };
    const answer = await adding.run(
      ask('addNumber', { ...wish, ...(fallback !== undefined && { fallbackRequestTypeId: fallback }) }),
    );
    if (answer.ok) await added();
  };
  if (requestTypes.length === 0) return <Text>{say('settings.numbers.no-request-types')}</Text>;
  return (
    <Form onSubmit={add}>
      <Stack space="space.150">
        {draft.receiver === undefined ? (
          provider.numberFields.map((field) => (
            <NumberField
              key={field.name}
              field={field}
              typed={number[field.name]}
              missing={checked && field.name === 'receiver' && receiver === ''}
              write={(text) => setNumber((before) => ({ ...before, [field.name]: text }))}
            />
          ))
        ) : (
          <Heading as="h5" size="xxsmall">
            {draft.display ?? draft.receiver}
          </Heading>
        )}
        {provider.channels.map((channel: ChannelName) => (
          <RequestTypeField
            key={channel}
            channel={channel}
            required={provider.channels.length === 1}
            requestTypes={requestTypes}
            chosen={types[channel]}
            choose={(id) => setTypes((before) => ({ ...before, [channel]: id }))}
          />
        ))}
        {lacksFallback && (
          <FirstFallback
            requestTypes={requestTypes}
            chosen={fallback}
            missing={checked && fallback === undefined}
            choose={setFallback}
          />
        )}
        {checked && channels.length === 0 && <ErrorMessage>{say('settings.numbers.choose-channel')}</ErrorMessage>}
        <RefusalNote refusal={adding.refusal} />
        <Inline space="space.100">
          <LoadingButton type="submit" appearance="primary" isLoading={adding.busy}>
            {say('settings.numbers.submit')}
          </LoadingButton>
          <Button appearance="subtle" onClick={cancel}>
            {say('screen.cancel')}
          </Button>
        </Inline>
      </Stack>
    </Form>
  );
};
