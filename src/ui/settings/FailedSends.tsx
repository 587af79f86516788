import { Text } from '@forge/react';
import type { ConnectionView } from '../../contract/views';
import { dateAndTime } from '../shared/clock';
import { useSay } from '../shared/useSay';
import { useReader } from '../shared/Viewer';

/** How many messages the provider refused at once lately, and why the last: each tells the same on its own row. */
export const FailedSends = ({ failed }: { readonly failed: ConnectionView['failed'] }) => {
  const say = useSay();
  const reader = useReader();
  const { count, lastAt, reason, code } = failed;
  if (count === 0 || lastAt === undefined || reason === undefined) return null;
  const why = say.code('failure', reason);
  const said = {
    count: count >= MOST ? `${MOST}+` : count,
    at: dateAndTime(Date.parse(lastAt), reader),
    why: code === undefined ? why : say('settings.failed-sends.code', { why, code }),
  };
  return (
    <Text color="color.text.subtle">
      {say(count === 1 ? 'settings.failed-sends.one' : 'settings.failed-sends.many', said)}
    </Text>
  );
};

/** As many as are counted (`ConnectionView`). */
const MOST = 100;
