import { useState } from 'react';
import { Button, Inline, SectionMessage, Stack, Text } from '@forge/react';
import type { NumberChannelView, NumberView, SettingsView } from '../../contract/views';
import { dateAndTime } from '../shared/clock';
import { useSay } from '../shared/useSay';
import { useReader } from '../shared/Viewer';
import { KeywordRoutes } from './KeywordRoutes';

type Props = {
  readonly connection: string;
  readonly number: NumberView;
  readonly row: NumberChannelView;
  readonly requestTypes: SettingsView['requestTypes'];
  readonly refresh: () => Promise<void>;
};

/** One channel of a number: which request types its messages raise, and what Jira does not let it raise. */
export const NumberChannel = ({ connection, number, row, requestTypes, refresh }: Props) => {
  const say = useSay();
  const [editing, setEditing] = useState(false);
  const channel = say.code('channel', row.channel);
  const nameOf = (id: string): string =>
    requestTypes.find((type) => type.id === id)?.name ?? say('settings.numbers.request-type-gone');
  return (
    <Stack space="space.050">
      <Inline spread="space-between" space="space.100" alignBlock="center">
        <Text size="small" color="color.text.subtle">
          {say('settings.numbers.line', { channel, requestType: nameOf(row.requestTypeId) })}
        </Text>
        {!editing && requestTypes.length > 0 && (
          <Button appearance="subtle" spacing="compact" onClick={() => setEditing(true)}>
            {say('settings.keywords.open')}
          </Button>
        )}
      </Inline>
      {!editing &&
        (row.routes ?? []).map(({ keyword, requestTypeId }) => (
          <Text key={keyword} size="small" color="color.text.subtle">
            {say('settings.keywords.line', { keyword, requestType: nameOf(requestTypeId) })}
          </Text>
        ))}
      {editing && (
        <KeywordRoutes
          connection={connection}
          number={number}
          row={row}
          requestTypes={requestTypes}
          refresh={refresh}
          close={() => setEditing(false)}
        />
      )}
      {(row.troubles ?? []).map((trouble) => (
        <Trouble
          key={trouble.requestTypeId}
          trouble={trouble}
          channel={channel}
          requestType={nameOf(trouble.requestTypeId)}
        />
      ))}
    </Stack>
  );
};

type TroubleProps = {
  readonly trouble: NonNullable<NumberChannelView['troubles']>[number];
  readonly channel: string;
  readonly requestType: string;
};

const Trouble = ({ trouble: { reason, detail, at }, channel, requestType }: TroubleProps) => {
  const say = useSay();
  const when = dateAndTime(Date.parse(at), useReader());
  return (
    <SectionMessage appearance="warning" title={say('settings.routing.title', { channel, requestType })}>
      <Stack space="space.050">
        <Text>{say.code('settings.routing.reason', reason, { at: when })}</Text>
        {detail !== undefined && <Text size="small">{say('problem.in-jira', { detail })}</Text>}
      </Stack>
    </SectionMessage>
  );
};
