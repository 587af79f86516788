import { Lozenge, SectionMessage, Text } from '@forge/react';
import type { ConnectionView } from '../../contract/views';
import { dateAndTime } from '../shared/clock';
import { useSay } from '../shared/useSay';
import { useReader } from '../shared/Viewer';

type Props = { readonly rest: ConnectionView['rest'] };

/** In a word, beside the connection's name. */
export const RestLozenge = ({ rest }: Props) => {
  const say = useSay();
  return rest ? <Lozenge appearance="moved">{say('settings.resting')}</Lozenge> : null;
};

/** The provider does not answer, or asked for a pause: since when, and when messages are tried again. */
export const Rest = ({ rest }: Props) => {
  const say = useSay();
  const reader = useReader();
  if (!rest) return null;
  const [since = '', until = ''] = [rest.since, rest.until].map((time) => dateAndTime(Date.parse(time), reader));
  return (
    <SectionMessage appearance="warning">
      <Text>{say.code('settings.rest', rest.because, { since, until })}</Text>
    </SectionMessage>
  );
};
