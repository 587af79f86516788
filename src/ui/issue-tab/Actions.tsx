import { Inline, LoadingButton, Stack } from '@forge/react';
import type { ActionName } from '../../contract/views';
import { Confirm } from '../shared/Confirm';
import { PauseOther } from '../shared/PauseOther';
import { RefusalNote } from '../shared/RefusalNote';
import { useSay } from '../shared/useSay';
import { CloseDialog } from './CloseDialog';
import type { ShownConversation } from './useConversation';
import { useOrder, type Order } from './useOrder';

type Props = { readonly shown: ShownConversation; readonly done: () => Promise<void> };

/** What this agent may do with the conversation now, the most likely first. */
export const Actions = ({ shown: { actions, closingStatus }, done }: Props) => {
  const say = useSay();
  const order = useOrder(done);
  // The dialogs stay when their action is gone meanwhile: what was written in one is not thrown away under the agent.
  return (
    <Stack space="space.050">
      {actions.length > 0 && (
        <Inline space="space.100" rowSpace="space.050" shouldWrap>
          {IN_ORDER.filter((name) => actions.includes(name)).map((name) => (
            <Action key={name} name={name} order={order} />
          ))}
        </Inline>
      )}
      {order.asking === undefined && <RefusalNote refusal={order.call.refusal} />}
      <CloseDialog order={order} status={closingStatus} />
      <Confirm
        open={order.asking?.kind === 'block'}
        title={say('blocking.title')}
        text={say('blocking.text')}
        run={say('blocking.run')}
        action={order.call}
        confirm={() => void order.block()}
        close={order.cancel}
      />
      <PauseOther
        open={order.asking?.kind === 'pause-other'}
        issueKey={order.call.refusal?.issueKey}
        action={order.call}
        confirm={() => void order.pauseOther()}
        cancel={order.cancel}
      />
    </Stack>
  );
};

/** `primary` brings a conversation that cannot be answered back to where it can. */
const APPEARANCES: Readonly<Record<ActionName, 'primary' | 'default' | 'subtle'>> = {
  activateConversation: 'primary',
  reopenConversation: 'primary',
  unlockConversation: 'default',
  pauseConversation: 'default',
  closeConversation: 'default',
  lockConversation: 'subtle',
  unblockContact: 'default',
  blockContact: 'subtle',
};
const IN_ORDER = Object.keys(APPEARANCES).filter((name): name is ActionName => name in APPEARANCES);

const Action = ({ name, order }: { readonly name: ActionName; readonly order: Order }) => {
  const say = useSay();
  const isRunning = order.call.busy && order.running === name;
  return (
    <LoadingButton
      appearance={APPEARANCES[name]}
      isLoading={isRunning}
      isDisabled={order.call.busy && !isRunning}
      onClick={() => order.press(name)}
    >
      {say.code('action', name)}
    </LoadingButton>
  );
};
