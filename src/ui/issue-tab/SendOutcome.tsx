import { SectionMessage, Stack, Text } from '@forge/react';
import type { SendView } from '../../contract/views';
import type { Refusal } from '../shared/ask';
import { useSay, type Say } from '../shared/useSay';
import type { Draft } from './useDraft';

type Props = {
  readonly draft: Pick<Draft, 'outcome' | 'sending'>;
  /** The message's row is in sight: it tells the state and the reason. */
  readonly hasRow?: boolean;
};

/** How the latest send ended, when it did not simply go out. Nothing may look sent that was not, and no reason is told twice. */
export const SendOutcome = ({ draft: { outcome, sending }, hasRow = false }: Props) => {
  const say = useSay();
  if (sending.refusal) return <Refused refusal={sending.refusal} />;
  if (!outcome) return null;
  if (hasRow) return outcome.status === 'failed' ? <TextIsKept /> : null;
  if (outcome.status === 'unknown') {
    return (
      <SectionMessage appearance="warning">
        <Text>{say('composer.outcome-unknown')}</Text>
      </SectionMessage>
    );
  }
  return (
    <SectionMessage appearance="error" title={say('composer.not-sent')}>
      <Stack space="space.050">
        {sentences(outcome, say).map((sentence) => (
          <Text key={sentence}>{sentence}</Text>
        ))}
      </Stack>
    </SectionMessage>
  );
};

const TextIsKept = () => {
  const say = useSay();
  return (
    <SectionMessage appearance="warning">
      <Text>{say('composer.text-is-kept')}</Text>
    </SectionMessage>
  );
};

const Refused = ({ refusal }: { readonly refusal: Refusal }) => {
  const say = useSay();
  if (refusal.code === 'no-answer') {
    return (
      <SectionMessage appearance="warning">
        <Text>{say('composer.no-answer')}</Text>
      </SectionMessage>
    );
  }
  return (
    <SectionMessage appearance="error" title={say('composer.not-sent')}>
      <Text>{say.code('error', refusal.code)}</Text>
    </SectionMessage>
  );
};

const sentences = ({ reason, detail }: SendView, say: Say): readonly string[] => [
  say.code('failure', reason ?? 'other'),
  ...(detail === undefined ? [] : [say('delivery.detail', { detail })]),
];
