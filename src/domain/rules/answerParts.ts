import type { Channel } from '../contact';
import type { Content, MediaKind, MediaRef, StoredFile } from '../content';
import type { SendFailure } from '../delivery';
import type { Carriage } from '../event';
import { fail, type Result } from '../result';
import { CAPTION_CHARACTERS, isCaptioned, MOST_FILES, sendableAs } from '../sendableFile';
import type { ProjectSettings } from '../settings';
import type { SentTemplate } from '../template';
import { signedText } from '../text/signedText';

/** What an answer says, and where it goes. */
export type AnswerContent = {
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
export function commentParts(answer: AnswerContent): readonly Part[] {
  const { text, files = [] } = answer;
  const said: readonly Part[] = text.trim() === '' && files.length > 0 ? [] : [{ content: textContent(answer) }];
  return [...said, ...files.map((file) => filePart(file, answer))];
}

/** The messages of an answer from the tab: the text stands below the first file where it fits there. A template is one with its file. */
export function tabParts(answer: AnswerContent): readonly Part[] {
  if (answer.template) return [templatePart(answer, answer.template)];
  const [first, ...rest] = commentParts({ ...answer, text: '' });
  if (first?.content.kind !== 'media' || answer.text.trim() === '') return commentParts(answer);
  const fits = isCaptioned(first.content.media.kind) && signedText(answer).length <= CAPTION_CHARACTERS;
  return fits ? [{ ...first, content: { ...first.content, caption: answer.text } }, ...rest] : commentParts(answer);
}

/** Why not all files of an answer can go this way (X12); undefined when they can. */
export function filesRefusal(answer: AnswerContent): SendFailure | undefined {
  const { files = [] } = answer;
  if (files.length > MOST_FILES) return { reason: 'too-many-files' };
  return files.map((file) => filePart(file, answer).failure).find((failure) => failure !== undefined);
}

const textContent = ({ text }: AnswerContent): Content => ({ kind: 'text', text });

function templatePart({ text, files = [] }: AnswerContent, template: SentTemplate): Part {
  const [file] = files;
  const media = file && template.fileKind && mediaOf(file, template.fileKind);
  return { content: { kind: 'template', template, text, ...(media && { media }) } };
}

function filePart(file: StoredFile, answer: AnswerContent): Part {
  const kind = kindOf(file, answer);
  const content: Content = { kind: 'media', media: mediaOf(file, kind.ok ? kind.value : 'document') };
  return kind.ok ? { content } : { content, failure: kind.failure };
}

const mediaOf = (file: StoredFile, kind: MediaKind): MediaRef => ({
  kind,
  providerId: '',
  mimeType: file.mimeType,
  file,
  fileName: file.name,
});

function kindOf(file: StoredFile, { carriage, channel, settings }: AnswerContent): Result<MediaKind, SendFailure> {
  const { files = {} } = carriage;
  const isOff = !settings.filesToCustomer && Object.keys(files).length > 0;
  return isOff ? fail({ reason: 'files-off' }) : sendableAs(file, files, channel);
}
