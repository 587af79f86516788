import { fileAddress, type PhoneMedia, type PhoneMessage, type Tick } from '../api/sandbox';
import { File } from '../shared/File';
import { clockTime, fullTime } from '../shared/time';

const ticks: Readonly<Record<Tick, string>> = {
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  failed: 'Not delivered',
};
const icons: Readonly<Record<string, string>> = {
  image: '🖼',
  video: '🎞',
  audio: '🎵',
  voice: '🎤',
  document: '📄',
  sticker: '✨',
};

type Parts = {
  readonly message: PhoneMessage;
  /** The message it replies to, where the chat has it. */
  readonly quoted?: PhoneMessage | undefined;
  /** The customer presses a quick reply. */
  readonly press: (text: string) => void;
};

export function Bubble({ message, quoted, press }: Parts) {
  const { side, text, media, buttons = [], at, status, deleted, edited, reaction } = message;
  return (
    <div className={`bubble bubble-${side}`} data-testid="bubble">
      {quoted && !quoted.deleted && <Quoted message={quoted} />}
      {deleted && <p className="bubble-deleted">This message was deleted</p>}
      {media && (
        <div className={`bubble-media bubble-media-${media.kind}`}>
          <Media media={media} />
        </div>
      )}
      {(text ?? media?.caption) !== undefined && <p className="bubble-text">{text ?? media?.caption}</p>}
      <p className="bubble-foot">
        {edited && <span>Edited</span>}
        <time title={fullTime(at)}>{clockTime(at)}</time>
        {status && <Ticks status={status} />}
      </p>
      {buttons.map((button) => (
        <TemplateButton key={button.text} button={button} press={press} />
      ))}
      {reaction && <span className="bubble-reaction">{reaction}</span>}
    </div>
  );
}

type Button = NonNullable<PhoneMessage['buttons']>[number];

/** A quick reply answers with its words; where the others lead, or what they copy, is told only. */
const TemplateButton = ({ button: { text, url, code }, press }: Pick<Parts, 'press'> & { readonly button: Button }) =>
  (url ?? code) === undefined ? (
    <button type="button" className="bubble-button" onClick={() => press(text)}>
      {text}
    </button>
  ) : (
    <p className="bubble-button" title={url ?? code}>
      {text}
    </p>
  );

/** The message replied to, as the phone shows it above the reply. */
const Quoted = ({ message: { text, media } }: { readonly message: PhoneMessage }) => (
  <blockquote className="bubble-quote" data-testid="bubble-quote">
    {media && `${icons[media.kind] ?? '📎'} `}
    {text ?? media?.caption ?? media?.fileName ?? media?.kind}
  </blockquote>
);

/** The file itself; without bytes its kind only. */
function Media({ media }: { readonly media: PhoneMedia }) {
  const name = media.fileName ?? media.kind;
  if (media.file === undefined) return `${icons[media.kind] ?? '📎'} ${name}`;
  return <File href={fileAddress(media.file)} name={name} mimeType={types[media.kind] ?? 'application/octet-stream'} />;
}

/** A phone shows a file as the kind it was sent as. */
const types: Readonly<Record<string, string>> = {
  image: 'image/*',
  sticker: 'image/*',
  video: 'video/*',
  audio: 'audio/*',
  voice: 'audio/*',
};

/** One tick for sent, two for delivered, two in colour for read: drawn, because few fonts have them. */
function Ticks({ status }: { readonly status: Tick }) {
  return (
    <svg viewBox="0 0 18 10" className={`ticks ticks-${status}`} role="img" aria-label={ticks[status]}>
      <title>{ticks[status]}</title>
      {status === 'failed' ? <path d="M9 1v5M9 8v1" /> : <path d="M1 5.5l3 3 6-7" />}
      {(status === 'delivered' || status === 'read') && <path d="M8 8.2l.6.4 6.4-7" />}
    </svg>
  );
}
