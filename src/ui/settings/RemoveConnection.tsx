import { useState } from 'react';
import { Button } from '@forge/react';
import type { ConnectionView } from '../../contract/views';
import { ask } from '../shared/ask';
import { Confirm } from '../shared/Confirm';
import { useCall } from '../shared/useCall';
import { useSay } from '../shared/useSay';

type Props = { readonly connection: ConnectionView; readonly refresh: () => Promise<void> };

/** Removes a connection after asking. */
export const RemoveConnection = ({ connection, refresh }: Props) => {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const removing = useCall();
  const remove = async (): Promise<void> => {
    const answer = await removing.run(ask('removeConnection', { connection: connection.id }));
    if (!answer.ok) return;
    setOpen(false);
    await refresh();
  };
  const close = (): void => {
    removing.clear();
    setOpen(false);
  };
  return (
    <>
      <Button appearance="subtle" onClick={() => setOpen(true)}>
        {say('settings.remove.open')}
      </Button>
      <Confirm
        run={say('settings.remove.run')}
        open={open}
        title={say('settings.remove.title', { connection: connection.title })}
        text={say('settings.remove.text')}
        action={removing}
        confirm={() => void remove()}
        close={close}
      />
    </>
  );
};
