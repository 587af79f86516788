import { useRef } from 'react';
import { Comment, Icon, Stack, User } from '@forge/react';
import type { MessageView } from '../../contract/views';
import { ask } from '../shared/ask';
import { moment } from '../shared/clock';
import { RefusalNote } from '../shared/RefusalNote';
import { useCall } from '../shared/useCall';
import { useSay, type Say } from '../shared/useSay';
import { DeliveryState } from './DeliveryState';
import { MessageBody } from './MessageBody';

/** The server's time and the reader's time zone. */
export type Time = { readonly now: number; readonly zone: string };

type Props = { readonly message: MessageView; readonly time: Time; readonly resent: () => Promise<void> };

/** One message: who wrote it, on which channel, when, what it says, and whether an outbound one arrived. */
export const MessageRow = ({ message, time, resent }: Props) => {
  const say = useSay();
  const resending = useResend(message.key, resent);
  const mayResend = message.delivery?.status === 'unknown';
  return (
    <Comment
      avatar={<Picture author={message.author} />}
      author={{ text: nameOf(message.author, say) }}
      type={say(`channel.${message.channel}`)}
      time={{ text: moment(Date.parse(message.at), time.now, time.zone) }}
      content={
        <Stack space="space.100">
          <MessageBody body={message.body} {...(message.quoted !== undefined && { quoted: message.quoted })} />
          {message.delivery && <DeliveryState delivery={message.delivery} />}
          <RefusalNote refusal={resending.refusal} />
        </Stack>
      }
      isSaving={resending.busy}
      savingText={say('delivery.sending-again')}
      {...(mayResend && { actions: [{ text: say('delivery.send-again'), onClick: () => void resending.start() }] })}
    />
  );
};

const Picture = ({ author }: { readonly author: MessageView['author'] }) => {
  const say = useSay();
  if (author.kind === 'agent') return <User accountId={author.accountId} hideDisplayName />;
  return author.kind === 'customer' ? (
    <Icon glyph="person" label={say('author.customer-picture')} />
  ) : (
    <Icon glyph="refresh" label={say('author.auto-reply-picture')} />
  );
};

function nameOf(author: MessageView['author'], say: Say): string {
  if (author.kind === 'auto-reply') return say('author.auto-reply');
  return author.name ?? say('author.agent');
}

/** The same click keeps its draft id until it is answered: pressed again after a lost answer, the message goes out once. */
function useResend(message: string, resent: () => Promise<void>) {
  const { run, busy, refusal } = useCall();
  const draft = useRef<string>();
  const start = async (): Promise<void> => {
    draft.current ??= crypto.randomUUID();
    const answer = await run(ask('resendMessage', { draftId: draft.current, message }));
    if (answer.ok) draft.current = undefined;
    await resent();
  };
  return { start, busy, refusal };
}
