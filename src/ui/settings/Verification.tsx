import { useState } from 'react';
import { Button, Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import type { ConnectionView } from '../../contract/views';
import type { Input } from '../../contract/calls';
import { ask } from '../shared/ask';
import { dateAndTime } from '../shared/clock';
import { Confirm } from '../shared/Confirm';
import { RefusalNote } from '../shared/RefusalNote';
import { useCall } from '../shared/useCall';
import { useSay } from '../shared/useSay';
import { useReader } from '../shared/Viewer';

type Props = { readonly connection: ConnectionView; readonly refresh: () => Promise<void> };

/** Shadow mode: a warning as long as it lasts; otherwise the way into it, offered where webhooks were refused. */
export const Verification = ({ connection, refresh }: Props) => {
  const call = useCall();
  const choose = async (verification: Input<'saveVerification'>['verification']): Promise<boolean> => {
    const answer = await call.run(ask('saveVerification', { connection: connection.id, verification }));
    if (answer.ok) await refresh();
    return answer.ok;
  };
  if (connection.shadow) return <InShadow shadow={connection.shadow} call={call} end={() => choose('enforce')} />;
  return connection.refused.count > 0 ? <Enter call={call} enter={() => choose('shadow')} /> : null;
};

type Called = { readonly call: ReturnType<typeof useCall> };
type Shadow = Called & { readonly shadow: NonNullable<ConnectionView['shadow']>; readonly end: () => Promise<boolean> };

const InShadow = ({ shadow, call, end }: Shadow) => {
  const say = useSay();
  return (
    <SectionMessage appearance="warning" title={say('settings.verification.title')}>
      <Stack space="space.100">
        <Text>{say('settings.verification.text')}</Text>
        <Passed shadow={shadow} />
        <Inline>
          <LoadingButton isLoading={call.busy} onClick={() => void end()}>
            {say('settings.verification.enforce')}
          </LoadingButton>
        </Inline>
        <RefusalNote refusal={call.refusal} />
      </Stack>
    </SectionMessage>
  );
};

const Passed = ({ shadow: { count, lastAt, reason } }: Pick<Shadow, 'shadow'>) => {
  const say = useSay();
  const reader = useReader();
  if (lastAt === undefined) return <Text>{say('settings.verification.none')}</Text>;
  const at = dateAndTime(Date.parse(lastAt), reader);
  const passed = say(count === 1 ? 'settings.verification.one' : 'settings.verification.count', { count, at });
  return <Text>{`${passed} ${say(`verdict.${reason ?? 'other'}`)}`}</Text>;
};

const Enter = ({ call, enter }: Called & { readonly enter: () => Promise<boolean> }) => {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const confirm = async (): Promise<void> => {
    if (await enter()) setOpen(false);
  };
  const close = (): void => {
    call.clear();
    setOpen(false);
  };
  return (
    <Inline>
      <Button appearance="subtle" spacing="compact" onClick={() => setOpen(true)}>
        {say('settings.verification.open')}
      </Button>
      <Confirm
        run={say('settings.verification.run')}
        open={open}
        title={say('settings.verification.question')}
        text={say('settings.verification.warning')}
        action={call}
        confirm={() => void confirm()}
        close={close}
      />
    </Inline>
  );
};
