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
import { sendingsOf, useResend, type Resend, type Sending } from './useResend';

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
  const actions = [
    ...(open && reply && !deleted ? [{ text: say('delivery.reply'), onClick: reply }] : []),
    ...(open ? sendingsOf(message) : []).map((sending) => ({
      text: say(PRESS[sending]),
      onClick: () => void resend.start(sending),
    })),
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
          <NotResent resend={resend} />
        </Stack>
      }
      {...(edited && !deleted && { edited: say('row.edited') })}
      isSaving={resend.call.busy}
      savingText={isFirst(resend) ? say('delivery.sending-added') : say('delivery.sending-again')}
      {...(actions.length > 0 && { actions })}
    />
  );
};

const PRESS = {
  sendCorrection: 'delivery.send-correction',
  sendAddedFiles: 'delivery.send-added',
  resendMessage: 'delivery.send-again',
} as const satisfies Record<Sending, string>;

/** Files that were added later go for the first time; all else went before. */
const isFirst = ({ sending }: Resend): boolean => sending === 'sendAddedFiles';

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
  const sentences = [
    ...(comment ? [say(`${group}.${comment.change}`)] : []),
    ...(comment?.isFileAdded ? [say(`${group}.file-added`)] : []),
    ...(!comment && via === 'portal' ? [say('row.not-on-phone')] : []),
  ];
  return sentences.map((sentence) => (
    <Text key={sentence} size="small" color="color.text.subtle">
      {sentence}
    </Text>
  ));
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

const NotResent = ({ resend }: { readonly resend: Resend }) => {
  const say = useSay();
  const { call, refused } = resend;
  if (call.refusal) return <RefusalNote refusal={call.refusal} />;
  if (!refused) return null;
  const reason = say.code('failure', refused.reason ?? 'other');
  const sentence = isFirst(resend) ? say('delivery.not-sent', { reason }) : say('delivery.not-sent-again', { reason });
  return <ErrorMessage>{sentence}</ErrorMessage>;
};
