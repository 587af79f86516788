import { useState } from 'react';
import { Code, Inline, LoadingButton, Stack, Text, Textfield, ValidMessage } from '@forge/react';
import type { SettingsView } from '../../contract/views';
import { ask } from '../shared/ask';
import { textOf } from '../shared/events';
import { Labelled } from '../shared/Labelled';
import { RefusalNote } from '../shared/RefusalNote';
import { useSay } from '../shared/useSay';
import { useSaving } from './useSaving';

type Props = { readonly customers: SettingsView['customers']; readonly refresh: () => Promise<void> };

/** The domain of the made-up addresses: to be changed by Jira administrators, to be seen by all others. */
export const CustomerDomain = ({ customers: { domain, mayChangeDomain }, refresh }: Props) => {
  const say = useSay();
  const [written, setWritten] = useState(domain);
  const saving = useSaving(refresh);
  if (!mayChangeDomain) return <ReadOnly domain={domain} />;
  const write = (next: string): void => {
    setWritten(next);
    saving.edited();
  };
  return (
    <Stack space="space.100">
      <Labelled
        id="customer-domain"
        label={say('settings.customers.label')}
        help={say('settings.customers.help')}
        note={
          <>
            <RefusalNote refusal={saving.call.refusal} />
            {saving.saved && <ValidMessage>{say('screen.saved')}</ValidMessage>}
          </>
        }
      >
        <Textfield
          id="customer-domain"
          name="customer-domain"
          defaultValue={domain}
          isInvalid={saving.call.refusal !== undefined}
          onChange={(event) => write(textOf(event))}
        />
      </Labelled>
      <Inline>
        <LoadingButton
          isLoading={saving.call.busy}
          isDisabled={written.trim() === '' || written.trim() === domain}
          onClick={() => void saving.save(() => ask('saveCustomerDomain', { domain: written.trim() }))}
        >
          {say('screen.save')}
        </LoadingButton>
      </Inline>
    </Stack>
  );
};

const ReadOnly = ({ domain }: { readonly domain: string }) => {
  const say = useSay();
  return (
    <Stack space="space.050">
      <Text>
        {say('settings.customers.label')}: <Code>{domain}</Code>
      </Text>
      <Text size="small" color="color.text.subtle">
        {say('settings.customers.read-only')}
      </Text>
    </Stack>
  );
};
