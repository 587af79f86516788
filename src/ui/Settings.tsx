import ForgeReconciler, { Box, Heading, Stack, Text, xcss } from '@forge/react';
import type { SettingsView } from '../contract/views';
import { Connections } from './settings/Connections';
import { Customers } from './settings/Customers';
import { FailedWork } from './settings/FailedWork';
import { ConversationRules } from './settings/rules/ConversationRules';
import { TimeZone } from './settings/TimeZone';
import { useProjectName } from './settings/useProjectName';
import { WaitingForTriage } from './settings/WaitingForTriage';
import { useSettings } from './settings/useSettings';
import { NotLoaded } from './shared/NotLoaded';
import { useSay } from './shared/useSay';
import { Viewer, Waiting } from './shared/Viewer';

const page = xcss({ maxWidth: '760px' });

/** The OmniChat page of the project settings. */
export const Settings = () => (
  <Viewer>
    <OfProject />
  </Viewer>
);

const OfProject = () => {
  const { view, refusal, refresh } = useSettings();
  if (view) return <Page view={view} refresh={refresh} />;
  return refusal ? <NotLoaded refusal={refusal} retry={() => void refresh()} /> : <Waiting />;
};

type Props = { readonly view: SettingsView; readonly refresh: () => Promise<void> };

const Page = ({ view, refresh }: Props) => {
  const say = useSay();
  const project = useProjectName(view.project.key);
  return (
    <Box xcss={page}>
      <Stack space="space.500">
        <Stack space="space.100">
          <Heading as="h1" size="large">
            {say('settings.title')}
          </Heading>
          <Text color="color.text.subtle">{say('settings.lead', { project })}</Text>
        </Stack>
        <FailedWork problems={view.problems} />
        <WaitingForTriage waiting={view.waiting} refresh={refresh} />
        <Connections view={view} refresh={refresh} />
        <ConversationRules view={view} refresh={refresh} />
        <TimeZone zone={view.timeZone} refresh={refresh} />
        <Customers customers={view.customers} refresh={refresh} />
      </Stack>
    </Box>
  );
};

ForgeReconciler.render(<Settings />);
