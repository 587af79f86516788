import { useState } from 'react';
import { Button, Heading, Inline, LoadingButton, Lozenge, ValidMessage } from '@forge/react';
import type { CheckView, ConnectionView, SettingsView } from '../../contract/views';
import { ask } from '../shared/ask';
import { Card } from '../shared/Card';
import { RefusalNote } from '../shared/RefusalNote';
import { useCall } from '../shared/useCall';
import { useSay } from '../shared/useSay';
import { CheckResult } from './CheckResult';
import { FailedSends } from './FailedSends';
import { FormerCredentials } from './FormerCredentials';
import { Health, HealthLozenge } from './Health';
import type { NumberDraft } from './numberDraft';
import { Numbers } from './Numbers';
import { RemoveConnection } from './RemoveConnection';
import { ReplaceCredentials } from './ReplaceCredentials';
import { Rest, RestLozenge } from './Rest';
import { Unclaimed } from './Unclaimed';
import { Verification } from './Verification';
import { Webhook } from './Webhook';

type Props = {
  readonly connection: ConnectionView;
  readonly view: SettingsView;
  readonly refresh: () => Promise<void>;
};

/** One connection: its webhook address, its numbers, and whether its credentials work. */
export const ConnectionCard = ({ connection, view, refresh }: Props) => {
  const say = useSay();
  const [adding, setAdding] = useState<NumberDraft>();
  const [credentials, setCredentials] = useState<'kept' | 'replacing' | 'replaced'>('kept');
  const [check, setCheck] = useState<CheckView>();
  const provider = view.providers.find(({ id }) => id === connection.provider);
  const replaced = async (): Promise<void> => {
    setCheck(undefined);
    await refresh();
    setCredentials('replaced');
  };
  const checked = async (result: CheckView): Promise<void> => {
    setCheck(result);
    setCredentials('kept');
    await refresh();
  };
  return (
    <Card>
      <Title connection={connection} provider={provider?.title ?? connection.provider} />
      <Health health={connection.health} />
      <Rest rest={connection.rest} />
      <FailedSends failed={connection.failed} />
      <Webhook connection={connection} />
      <Verification connection={connection} refresh={refresh} />
      <FormerCredentials connection={connection} refresh={refresh} />
      {credentials === 'replacing' && provider && (
        <ReplaceCredentials
          connection={connection}
          provider={provider}
          replaced={replaced}
          cancel={() => setCredentials('kept')}
        />
      )}
      <Actions
        connection={connection}
        checked={checked}
        replace={() => setCredentials('replacing')}
        mayReplace={provider !== undefined && credentials !== 'replacing'}
        refresh={refresh}
      />
      {credentials === 'replaced' && <ValidMessage>{say('settings.credentials.done')}</ValidMessage>}
      {check && <CheckResult check={check} connection={connection} add={setAdding} />}
      <Unclaimed connection={connection} add={setAdding} refresh={refresh} />
      <Numbers connection={connection} view={view} adding={adding} setAdding={setAdding} refresh={refresh} />
    </Card>
  );
};

const Title = ({ connection, provider }: { readonly connection: ConnectionView; readonly provider: string }) => (
  <Inline space="space.100" alignBlock="center">
    <Heading as="h3" size="small">
      {connection.title}
    </Heading>
    {provider !== connection.title && <Lozenge>{provider}</Lozenge>}
    <HealthLozenge health={connection.health} />
    <RestLozenge rest={connection.rest} />
  </Inline>
);

type Offered = {
  readonly connection: ConnectionView;
  readonly checked: (check: CheckView) => Promise<void>;
  readonly replace: () => void;
  readonly mayReplace: boolean;
  readonly refresh: () => Promise<void>;
};

const Actions = ({ connection, checked, replace, mayReplace, refresh }: Offered) => {
  const say = useSay();
  const checking = useCall();
  const check = async (): Promise<void> => {
    const answer = await checking.run(ask('checkConnection', { connection: connection.id }));
    if (answer.ok) await checked(answer.output);
  };
  return (
    <>
      <RefusalNote refusal={checking.refusal} />
      <Inline space="space.100" shouldWrap>
        <LoadingButton isLoading={checking.busy} onClick={() => void check()}>
          {say('settings.check.run')}
        </LoadingButton>
        <Button appearance="subtle" isDisabled={!mayReplace} onClick={replace}>
          {say('settings.credentials.replace')}
        </Button>
        <RemoveConnection connection={connection} refresh={refresh} />
      </Inline>
    </>
  );
};
