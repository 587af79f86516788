import { Heading, Stack } from '@forge/react';
import type { ConnectionView, ProviderView } from '../../contract/views';
import { ask } from '../shared/ask';
import { useCall } from '../shared/useCall';
import { useSay } from '../shared/useSay';
import { CredentialsForm, type Credentials } from './CredentialsForm';

type Props = {
  readonly connection: ConnectionView;
  readonly provider: ProviderView;
  readonly replaced: () => Promise<void>;
  readonly cancel: () => void;
};

/** New credentials for a connection. Stored secrets are never shown; one left empty stays as it is. */
export const ReplaceCredentials = ({ connection, provider, replaced, cancel }: Props) => {
  const say = useSay();
  const replacing = useCall();
  const replace = async (credentials: Credentials): Promise<void> => {
    const answer = await replacing.run(ask('replaceCredentials', { connection: connection.id, credentials }));
    if (answer.ok) await replaced();
  };
  return (
    <Stack space="space.150">
      <Heading as="h4" size="xsmall">
        {say('settings.credentials.title', { connection: connection.title })}
      </Heading>
      <CredentialsForm
        fields={provider.fields}
        values={connection.values}
        stored={connection.stored}
        call={replacing}
        submitLabel={say('settings.credentials.submit')}
        submit={(credentials) => void replace(credentials)}
        cancel={cancel}
      />
    </Stack>
  );
};
