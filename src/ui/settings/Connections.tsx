import { useState } from 'react';
import { Button, Inline, SectionMessage, Stack, Text } from '@forge/react';
import type { SettingsView } from '../../contract/views';
import { useSay } from '../shared/useSay';
import { ConnectionCard } from './ConnectionCard';
import { ConnectProvider } from './ConnectProvider';
import { Section } from './Section';

type Props = { readonly view: SettingsView; readonly refresh: () => Promise<void> };

/** The accounts at providers, and the form that adds one. */
export const Connections = ({ view, refresh }: Props) => {
  const say = useSay();
  const [connecting, setConnecting] = useState(false);
  const connected = async (): Promise<void> => {
    await refresh();
    setConnecting(false);
  };
  return (
    <Section title={say('settings.connections.title')} lead={say('settings.connections.lead')}>
      {view.connections.length === 0 && !connecting && (
        <SectionMessage title={say('settings.connections.none-title')}>
          <Text>{say('settings.connections.none')}</Text>
        </SectionMessage>
      )}
      <Stack space="space.200">
        {view.connections.map((connection) => (
          <ConnectionCard key={connection.id} connection={connection} view={view} refresh={refresh} />
        ))}
      </Stack>
      {connecting ? (
        <ConnectProvider providers={view.providers} connected={connected} cancel={() => setConnecting(false)} />
      ) : (
        <Inline>
          <Button
            appearance={view.connections.length === 0 ? 'primary' : 'default'}
            onClick={() => setConnecting(true)}
          >
            {say('settings.connect.open')}
          </Button>
        </Inline>
      )}
    </Section>
  );
};
