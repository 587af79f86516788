import { useState } from 'react';
import { Heading, Select, Text, Textfield } from '@forge/react';
import type { ProviderView } from '../../contract/views';
import { ask } from '../shared/ask';
import { Card } from '../shared/Card';
import { chosenValue, textOf } from '../shared/events';
import { Labelled } from '../shared/Labelled';
import { useCall } from '../shared/useCall';
import { useSay } from '../shared/useSay';
import { CredentialsForm, type Credentials } from './CredentialsForm';

type Props = {
  readonly providers: readonly ProviderView[];
  readonly connected: () => Promise<void>;
  readonly cancel: () => void;
};

/** Choose a provider, then fill in what it needs: the form is drawn from the provider's declared fields. */
export const ConnectProvider = ({ providers, connected, cancel }: Props) => {
  const say = useSay();
  const [chosen, setChosen] = useState(providers.length === 1 ? providers[0]?.id : undefined);
  const provider = providers.find(({ id }) => id === chosen);
  if (providers.length === 0) return <Text>{say('settings.connections.no-providers')}</Text>;
  return (
    <Card>
      <Heading as="h3" size="small">
        {say('settings.connect.title')}
      </Heading>
      <Labelled id="provider" label={say('settings.connect.provider')}>
        <Select
          id="provider"
          name="provider"
          options={providers.map(({ id, title }) => ({ label: title, value: id }))}
          placeholder={say('settings.connect.provider-placeholder')}
          {...(provider && { value: { label: provider.title, value: provider.id } })}
          onChange={(option: unknown) => setChosen(chosenValue(option))}
        />
      </Labelled>
      {provider && <OfProvider key={provider.id} provider={provider} connected={connected} cancel={cancel} />}
    </Card>
  );
};

type One = Omit<Props, 'providers'> & { readonly provider: ProviderView };

const OfProvider = ({ provider, connected, cancel }: One) => {
  const say = useSay();
  const [title, setTitle] = useState(provider.title);
  const connecting = useCall();
  const connect = async (credentials: Credentials): Promise<void> => {
    const named = title.trim() === '' ? provider.title : title.trim();
    const answer = await connecting.run(ask('connectProvider', { provider: provider.id, title: named, credentials }));
    if (answer.ok) await connected();
  };
  return (
    <CredentialsForm
      fields={provider.fields}
      call={connecting}
      submitLabel={say('settings.connect.submit')}
      submit={(credentials) => void connect(credentials)}
      cancel={cancel}
    >
      <Labelled id="connection-title" label={say('settings.connect.name')} help={say('settings.connect.name-help')}>
        <Textfield
          id="connection-title"
          name="connection-title"
          defaultValue={provider.title}
          maxLength={80}
          onChange={(event) => setTitle(textOf(event))}
        />
      </Labelled>
    </CredentialsForm>
  );
};
