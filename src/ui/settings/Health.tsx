import { Lozenge, SectionMessage, Stack, Text } from '@forge/react';
import type { ConnectionView } from '../../contract/views';
import { dateAndTime } from '../shared/clock';
import { useSay } from '../shared/useSay';
import { useReader } from '../shared/Viewer';

type Props = { readonly health: ConnectionView['health'] };

/** In a word, beside the connection's name. */
export const HealthLozenge = ({ health }: Props) => {
  const say = useSay();
  if (!health) return null;
  if (!health.works) return <Lozenge appearance="removed">{say('settings.health.fails')}</Lozenge>;
  return health.troubles.length > 0 ? (
    <Lozenge appearance="moved">{say('settings.health.troubled')}</Lozenge>
  ) : (
    <Lozenge appearance="success">{say('settings.health.works')}</Lozenge>
  );
};

/** What the provider said when it was last asked, and when: a warning as long as something is wrong. */
export const Health = ({ health }: Props) => {
  const say = useSay();
  const reader = useReader();
  if (!health) return null;
  const [at, since] = [health.at, health.since].map((time) => dateAndTime(Date.parse(time), reader));
  if (health.works && health.troubles.length === 0)
    return (
      <Text color="color.text.subtle">
        {say('settings.health.line', { at: at ?? '', message: health.message })}
        {health.webhook !== undefined && ` ${say.code('settings.webhook-goes', health.webhook)}`}
      </Text>
    );
  return (
    <SectionMessage appearance={health.works ? 'warning' : 'error'}>
      <Stack space="space.100">
        {(health.works ? health.troubles : [health.message]).map((line) => (
          <Text key={line}>{line}</Text>
        ))}
        <Text color="color.text.subtle">{say('settings.health.since', { at: at ?? '', since: since ?? '' })}</Text>
      </Stack>
    </SectionMessage>
  );
};
