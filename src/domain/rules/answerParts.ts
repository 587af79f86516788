import type { Channel } from '../contact';
import type { Content, MediaKind, StoredFile } from '../content';
import type { SendFailure } from '../delivery';
import type { Carriage } from '../event';
import { fail, type Result } from '../result';
import { CAPTION_CHARACTERS, isCaptioned, MOST_FILES, sendableAs } from '../sendableFile';
import type { ProjectSettings } from '../settings';
import type { SentTemplate } from '../template';
import { signedText } from '../text/signedText';

/** What an answer says, and where it goes. */
export type Spoken = {
  readonly text: string;
  readonly template?: SentTemplate;
  readonly files?: readonly StoredFile[];
  readonly signed?: string;
  readonly channel: Channel;
  readonly carriage: Carriage;
  readonly settings: ProjectSettings;
};

/** One message of an answer; `failure`: why the channel does not carry it. */
export type Part = { readonly content: Content; readonly failure?: SendFailure };

/** The messages of a comment: its text, then its files. */
export function commentParts(spoken: Spoken): readonly Part[] {
  const { text, files = [] } = spoken;
  const said: readonly Part[] = text.trim() === '' && files.length > 0 ? [] : [{ content: textContent(spoken) }];
  return [...said, ...files.map((file) => filePart(file, spoken))];
}

/** The messages of an answer from the tab: the text stands below the first file where it fits there. */
export function tabParts(spoken: Spoken): readonly Part[] {
  const [first, ...rest] = commentParts({ ...spoken, text: '' });
  if (first?.content.kind !== 'media' || spoken.text.trim() === '') return commentParts(spoken);
  const fits = isCaptioned(first.content.media.kind) && signedText(spoken).length <= CAPTION_CHARACTERS;
  return fits ? [{ ...first, content: { ...first.content, caption: spoken.text } }, ...rest] : commentParts(spoken);
}

/** Why not all files of an answer can go this way (X12); undefined when they can. */
export function filesRefusal(spoken: Spoken): SendFailure | undefined {
  const { files = [] } = spoken;
  if (files.length > MOST_FILES) return { reason: 'too-many-files' };
  return files.map((file) => filePart(file, spoken).failure).find((failure) => failure !== undefined);
}

const textContent = ({ text, template }: Spoken): Content =>
  template ? { kind: 'template', template, text } : { kind: 'text', text };

function filePart(file: StoredFile, spoken: Spoken): Part {
  const kind = kindOf(file, spoken);
  const media = { kind: kind.ok ? kind.value : 'document', providerId: '', mimeType: file.mimeType, file } as const;
  const content: Content = { kind: 'media', media: { ...media, fileName: file.name } };
  return kind.ok ? { content } : { content, failure: kind.failure };
}

function kindOf(file: StoredFile, { carriage, channel, settings }: Spoken): Result<MediaKind, SendFailure> {
  const { files = {} } = carriage;
  const isOff = !settings.filesToCustomer && Object.keys(files).length > 0;
  return isOff ? fail({ reason: 'files-off' }) : sendableAs(file, files, channel);
}
