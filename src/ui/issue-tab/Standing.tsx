import type { ReactNode } from 'react';
import { SectionMessage, Stack, Text } from '@forge/react';
import type { ClosedView } from '../../contract/views';
import { moment } from '../shared/clock';
import { PlainText } from '../shared/PlainText';
import { useSay } from '../shared/useSay';
import { useAgentNames } from './useAgentNames';
import type { Time } from '../shared/clock';
import type { ShownConversation } from './useConversation';
import { useStatusOfRequest } from './useStatusOfRequest';

type Props = { readonly shown: ShownConversation; readonly time: Time };

/** Where the agent would write: that the customer is blocked, or the conversation closed, locked or paused, since when, and what changes that. */
export const Standing = ({ shown, time }: Props) => {
  const say = useSay();
  if (shown.contactBlocked) return <Blocked blocked={shown.contactBlocked} time={time} />;
  if (shown.closed) return <Closed shown={shown} closed={shown.closed} time={time} />;
  if (shown.state !== 'paused') return null;
  return (
    <SectionMessage appearance="information" title={say('standing.paused')}>
      <Text>{say('standing.paused-text')}</Text>
    </SectionMessage>
  );
};

type Block = NonNullable<ShownConversation['contactBlocked']>;

const Blocked = ({ blocked: { at, count }, time }: { readonly blocked: Block; readonly time: Time }) => {
  const say = useSay();
  return (
    <SectionMessage appearance="warning" title={say('standing.blocked')}>
      <Text>{say('standing.blocked-text', { at: moment(Date.parse(at), time), count })}</Text>
    </SectionMessage>
  );
};

const Closed = ({ shown, closed, time }: Props & { readonly closed: ClosedView }) => {
  const say = useSay();
  const status = useStatusOfRequest(closed);
  const channel = say(`channel.${shown.channel}`);
  const title =
    status === undefined || closed.beside
      ? say('standing.closed')
      : say('standing.closed-by-status', { channel, status });
  return (
    <SectionMessage appearance={shown.locked ? 'warning' : 'information'} title={title}>
      <Stack space="space.100">
        <ClosedBy closed={closed} time={time} />
        <Note closed={closed} />
        <Text>{say(wayBack(shown, closed))}</Text>
      </Stack>
    </SectionMessage>
  );
};

/** Who or what closed it, and when. */
const ClosedBy = ({ closed, time }: { readonly closed: ClosedView; readonly time: Time }) => {
  const say = useSay();
  const { source, by } = closed;
  const names = useAgentNames(by === undefined ? [] : [by]);
  const at = moment(Date.parse(closed.at), time);
  const name = by === undefined ? undefined : names[by];
  return (
    <Text>{name === undefined ? say.code('closed', source, { at }) : say('standing.closed-by', { at, name })}</Text>
  );
};

const Note = ({ closed: { category, summary } }: { readonly closed: ClosedView }): ReactNode => {
  const say = useSay();
  return (
    <>
      {category !== undefined && <Text weight="semibold">{say('standing.category', { category })}</Text>}
      {summary !== undefined && <PlainText text={summary} />}
    </>
  );
};

/** What makes it possible to write again. */
function wayBack({ locked, actions }: ShownConversation, { reopensByStatus }: ClosedView): string {
  const button = actions.includes('reopenConversation');
  if (locked) return 'standing.locked';
  if (reopensByStatus) return button ? 'standing.either' : 'standing.status-only';
  return button ? 'standing.button-only' : 'standing.no-way';
}
