import type { ConnectionView } from '../../contract/views';
import { ask } from '../shared/ask';
import { useSay } from '../shared/useSay';
import { Remove } from './Remove';

type Props = { readonly connection: ConnectionView; readonly refresh: () => Promise<void> };

/** Removes a connection after asking. */
export const RemoveConnection = ({ connection, refresh }: Props) => {
  const say = useSay();
  return (
    <Remove
      label={say('settings.remove.open')}
      title={say('settings.remove.title', { connection: connection.title })}
      text={say('settings.remove.text')}
      remove={() => ask('removeConnection', { connection: connection.id })}
      refresh={refresh}
    />
  );
};
