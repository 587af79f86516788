import { Link, SectionMessage, Stack, Text } from '@forge/react';
import type { SettingsView } from '../../contract/views';
import { dateAndTime } from '../shared/clock';
import { ProblemText } from '../shared/ProblemText';
import { useSay } from '../shared/useSay';
import { useReader } from '../shared/Viewer';

/** Work in Jira that failed for good, with the request where it can be tried again. Nothing when all was done. */
export const FailedWork = ({ problems }: { readonly problems: SettingsView['problems'] }) => {
  const say = useSay();
  const reader = useReader();
  if (problems.length === 0) return null;
  return (
    <SectionMessage appearance="warning" title={say('settings.failed-work.title')}>
      <Stack space="space.150">
        <Text>{say('settings.failed-work.lead')}</Text>
        {problems.map((problem) => (
          <Stack key={`${problem.issueKey ?? ''} ${problem.effect} ${problem.at}`} space="space.025">
            {problem.issueKey !== undefined && (
              <Text weight="semibold">
                <Link href={`/browse/${problem.issueKey}`} openNewTab>
                  {problem.issueKey}
                </Link>
              </Text>
            )}
            <ProblemText problem={problem} when={dateAndTime(Date.parse(problem.at), reader)} />
          </Stack>
        ))}
      </Stack>
    </SectionMessage>
  );
};
