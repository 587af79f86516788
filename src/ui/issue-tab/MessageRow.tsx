import { Comment, ErrorMessage, Link, Stack, Text } from '@forge/react';
import type { BodyView, MessageView } from '../../contract/views';
import { timeOfDay, type Time } from '../shared/clock';
import { RefusalNote } from '../shared/RefusalNote';
import { useSay, type Say } from '../shared/useSay';
import { authorName } from './authorName';
import { AuthorPicture } from './AuthorPicture';
import { DeliveryState } from './DeliveryState';
import { MessageBody } from './MessageBody';
import type { Row } from './rows';
import type { Names } from './useAgentNames';
import { mayAddFiles, mayCorrect, mayResend, useResend, type Resend } from './useResend';

type Props = {
  readonly row: Row;
  readonly names: Names;
  readonly time: Time;
  /** Sending is possible at all. */
  readonly open: boolean;
  /** Chooses the message to be replied to; absent where the customer would not see that. */
  readonly reply?: () => void;
  readonly resent: () => Promise<void>;
};

/** One message: who wrote it, on which channel, when, what it says, and whether an outbound one arrived. */
export const MessageRow = ({ row, names, time, open, reply, resent }: Props) => {
  const { message, edited, deleted } = row;
  const say = useSay();
  const resend = useResend(message, resent);
  const again = sendingOf(message, say);
  const actions = [
    ...(open && reply && !deleted ? [{ text: say('delivery.reply'), onClick: reply }] : []),
    ...(open && again !== undefined ? [{ text: again, onClick: () => void resend.start() }] : []),
  ];
  return (
    <Comment
      avatar={<AuthorPicture author={message.author} />}
      author={{ text: authorName(message.author, names, say) }}
      type={typeOf(message, say)}
      time={{ text: timeOfDay(Date.parse(message.at), time) }}
      content={
        <Stack space="space.100">
          <MessageBody
            message={message.key}
            body={textOf(row)}
            changed={resent}
            {...(message.quoted !== undefined && { quoted: message.quoted })}
          />
          <Shortened message={message} />
          <CameFrom message={message} />
          <Remarks row={row} />
          <Moved message={message} />
          <Comparison message={message} />
          {message.delivery && <DeliveryState delivery={message.delivery} time={time} />}
          <NotResent resend={resend} isFirst={mayAddFiles(message)} />
        </Stack>
      }
      {...(edited && !deleted && { edited: say('row.edited') })}
      isSaving={resend.call.busy}
      savingText={mayAddFiles(message) ? say('delivery.sending-added') : say('delivery.sending-again')}
      {...(actions.length > 0 && { actions })}
    />
  );
};

/** What a press sends of it. */
function sendingOf(message: MessageView, say: Say): string | undefined {
  if (mayCorrect(message)) return say('delivery.send-correction');
  if (mayAddFiles(message)) return say('delivery.send-added');
  return mayResend(message) ? say('delivery.send-again') : undefined;
}

/** Where it was written, where that is not the channel alone. */
function typeOf({ via, author, channel, isCorrection }: MessageView, say: Say): string {
  if (via === 'portal') return say('row.portal');
  if (author.kind === 'staff') return `${say(`channel.${channel}`)} • ${say('row.outside')}`;
  return isCorrection ? `${say(`channel.${channel}`)} • ${say('row.correction')}` : say(`channel.${channel}`);
}

/** Where Jira and the phone differ. Of a message that failed the customer has nothing. */
const Comparison = ({ message: { comment, via, delivery } }: { readonly message: MessageView }) => {
  const say = useSay();
  const group = delivery?.status === 'failed' ? 'comment-not-sent' : 'comment';
  const sentence = comment ? say(`${group}.${comment.change}`) : via === 'portal' && say('row.not-on-phone');
  return sentence ? (
    <Text size="small" color="color.text.subtle">
      {sentence}
    </Text>
  ) : null;
};

/** The customer typed more than can be kept. */
const Shortened = ({ message: { fullLength } }: { readonly message: MessageView }) => {
  const say = useSay();
  return fullLength === undefined ? null : (
    <Text size="small" color="color.text.subtle">
      {say('row.shortened', { length: fullLength })}
    </Text>
  );
};

/** The advertisement or post that made the customer write. */
const CameFrom = ({ message: { referral } }: { readonly message: MessageView }) => {
  const say = useSay();
  if (!referral) return null;
  const { text, url } = referral;
  return (
    <Text size="small" color="color.text.subtle">
      {text === undefined ? say('row.came-from-unnamed') : say('row.came-from', { text })}
      {url !== undefined && (
        <>
          {' '}
          <Link href={url} openNewTab>
            {say('row.came-from-open')}
          </Link>
        </>
      )}
    </Text>
  );
};

const Moved = ({ message: { movedTo } }: { readonly message: MessageView }) => {
  const say = useSay();
  if (!movedTo) return null;
  const { issueKey } = movedTo;
  return (
    <Text size="small" color="color.text.subtle">
      {issueKey === undefined ? (
        say('row.moved-unnamed')
      ) : (
        <>
          {say('row.moved')} <Link href={`/browse/${issueKey}`}>{issueKey}</Link>
        </>
      )}
    </Text>
  );
};

/** A text that was edited is shown as it reads now. */
const textOf = ({ message: { body }, edited }: Row): BodyView =>
  edited?.body.text === undefined ? body : { ...body, text: edited.body.text };

/** What the other side did with the message since. */
const Remarks = ({ row: { reactions, deleted } }: { readonly row: Row }) => {
  const say = useSay();
  return (
    <>
      {deleted && (
        <Text size="small" color="color.text.subtle">
          {say('row.deleted')}
        </Text>
      )}
      {reactions.length > 0 && <Text>{reactions.join(' ')}</Text>}
    </>
  );
};

const NotResent = ({ resend: { call, refused }, isFirst }: { readonly resend: Resend; readonly isFirst: boolean }) => {
  const say = useSay();
  if (call.refusal) return <RefusalNote refusal={call.refusal} />;
  if (!refused) return null;
  const reason = say.code('failure', refused.reason ?? 'other');
  const sentence = isFirst ? say('delivery.not-sent', { reason }) : say('delivery.not-sent-again', { reason });
  return <ErrorMessage>{sentence}</ErrorMessage>;
};
