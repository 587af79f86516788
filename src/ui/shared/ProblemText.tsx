import { Stack, Text } from '@forge/react';
import type { ProblemView } from '../../contract/views';
import { moment } from './clock';
import { useSay } from './useSay';

type Props = { readonly problem: ProblemView; readonly time: { readonly now: number; readonly zone: string } };

/** What was not done, why, in Jira's own words where it used any, and since when. */
export const ProblemText = ({ problem, time }: Props) => {
  const say = useSay();
  const when = moment(Date.parse(problem.at), time.now, time.zone);
  return (
    <Stack space="space.025">
      <Text>{`${say.code('work', problem.work)}, ${when}: ${say.code('problem', problem.code)}`}</Text>
      {problem.detail !== undefined && (
        <Text size="small" color="color.text.subtle">
          {say('problem.in-jira', { detail: problem.detail })}
        </Text>
      )}
    </Stack>
  );
};
