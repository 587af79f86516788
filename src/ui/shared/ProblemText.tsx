import { Stack, Text } from '@forge/react';
import type { ProblemView } from '../../contract/views';
import { useSay } from './useSay';

type Props = { readonly problem: ProblemView; readonly when: string };

/** What was not done, why, in Jira's own words where it used any, and since when. */
export const ProblemText = ({ problem, when }: Props) => {
  const say = useSay();
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
