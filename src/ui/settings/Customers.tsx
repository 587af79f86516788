import { SectionMessage, Stack, Text } from '@forge/react';
import type { SettingsView } from '../../contract/views';
import { useSay } from '../shared/useSay';
import { CustomerDomain } from './CustomerDomain';
import { Section } from './Section';

type Props = { readonly customers: SettingsView['customers']; readonly refresh: () => Promise<void> };

/** How customers become reporters of their requests, and why the app is where they do not. */
export const Customers = ({ customers, refresh }: Props) => {
  const say = useSay();
  return (
    <Section title={say('settings.customers.title')} lead={say('settings.customers.lead')}>
      <Reporter reporter={customers.reporter} />
      <Stack space="space.100">
        <CustomerDomain customers={customers} refresh={refresh} />
        {customers.domainIsDefault && (
          <SectionMessage appearance="warning">
            <Text>{say('settings.customers.unproven')}</Text>
          </SectionMessage>
        )}
      </Stack>
    </Section>
  );
};

const Reporter = ({ reporter }: { readonly reporter: SettingsView['customers']['reporter'] }) => {
  const say = useSay();
  if (!reporter) return null;
  if (reporter.way === 'customer') return <Text>{say('settings.customers.way-customer')}</Text>;
  return (
    <SectionMessage appearance="warning" title={say('settings.customers.way-app')}>
      <Text>{say.code('settings.customers.reason', reporter.reason ?? 'other')}</Text>
    </SectionMessage>
  );
};
