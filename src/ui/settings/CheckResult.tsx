import { Button, Inline, Lozenge, SectionMessage, Stack, Text } from '@forge/react';
import type { CheckView, ConnectionView } from '../../contract/views';
import { useSay } from '../shared/useSay';
import type { NumberDraft } from './numberDraft';

type Props = {
  readonly check: CheckView;
  readonly connection: ConnectionView;
  readonly add: (draft: NumberDraft) => void;
};

/** What the provider answered to *Check*, in plain words, with the numbers of the account. */
export const CheckResult = ({ check, connection, add }: Props) => {
  const say = useSay();
  return (
    <SectionMessage
      appearance={check.works ? 'success' : 'error'}
      title={say(check.works ? 'settings.check.works' : 'settings.check.fails')}
    >
      <Stack space="space.150">
        <Text>{check.message}</Text>
        {check.numbers.length > 0 && <Text weight="semibold">{say('settings.check.numbers')}</Text>}
        {check.numbers.map((number) => (
          <Inline key={number.receiver} space="space.100" alignBlock="center" shouldWrap>
            <Text>{number.display}</Text>
            {number.channels.map((channel) => (
              <Lozenge key={channel}>{say(`channel.${channel}`)}</Lozenge>
            ))}
            {isAdded(number, connection) ? (
              <Lozenge appearance="success">{say('settings.check.added')}</Lozenge>
            ) : (
              <Button spacing="compact" onClick={() => add(number)}>
                {say('settings.check.add')}
              </Button>
            )}
          </Inline>
        ))}
      </Stack>
    </SectionMessage>
  );
};

/** The check may be older than the list of numbers. */
const isAdded = (number: CheckView['numbers'][number], connection: ConnectionView): boolean =>
  number.added || connection.numbers.some(({ receiver }) => receiver === number.receiver);
