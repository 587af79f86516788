import { Inline, LoadingButton, SectionMessage, Stack } from '@forge/react';
import type { ProblemView } from '../../contract/views';
import { ask } from '../shared/ask';
import { moment } from '../shared/clock';
import { ProblemText } from '../shared/ProblemText';
import { RefusalNote } from '../shared/RefusalNote';
import { useCall } from '../shared/useCall';
import { useSay } from '../shared/useSay';
import type { Time } from '../shared/clock';

type Props = { readonly problems: readonly ProblemView[]; readonly time: Time; readonly done: () => Promise<void> };

/** Work on this request that failed for good, each to be tried again. */
export const Problems = ({ problems, time, done }: Props) => {
  const say = useSay();
  if (problems.length === 0) return null;
  return (
    <SectionMessage appearance="warning" title={say('problem.title')}>
      <Stack space="space.150">
        {problems.map((problem) => (
          <Problem key={problem.effect} problem={problem} time={time} done={done} />
        ))}
      </Stack>
    </SectionMessage>
  );
};

type One = Omit<Props, 'problems'> & { readonly problem: ProblemView };

const Problem = ({ problem, time, done }: One) => {
  const say = useSay();
  const replaying = useCall();
  const replay = async (): Promise<void> => {
    await replaying.run(ask('replayEffect', { effect: problem.effect }));
    await done();
  };
  return (
    <Stack space="space.075">
      <ProblemText problem={problem} when={moment(Date.parse(problem.at), time)} />
      <RefusalNote refusal={replaying.refusal} />
      <Inline>
        <LoadingButton isLoading={replaying.busy} onClick={() => void replay()}>
          {say('screen.try-again')}
        </LoadingButton>
      </Inline>
    </Stack>
  );
};
