import type { PhoneButton, PhoneMedia } from '../phones';
import type { Account } from './account';

/** A file as a send names it. Providers want links with https; those of a sandbox on one machine have none. */
export type SentFile = PhoneMedia & { readonly link: string };

/** The file that the business sends, fetched from its link as providers do. Undefined where the link gives none. */
export function sentFile({ fetchLink, phones }: Account, { link, ...media }: SentFile): PhoneMedia | undefined {
  if (!URL.canParse(link)) return undefined;
  const { status, headers, body } = fetchLink(link);
  if (status !== 200) return undefined;
  const mimeType = headers['content-type'] ?? 'application/octet-stream';
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return { ...media, mimeType, file: phones.files.keep({ bytes, mimeType }) };
}

/** What a send says: words, a template's name, or a file by its link. `quotes`: the message that it replies to. */
export type Said = {
  readonly text?: string;
  readonly template?: string;
  readonly buttons?: readonly PhoneButton[];
  readonly file?: SentFile;
  readonly quotes?: string;
};
export type Shown = Omit<Said, 'file'> & { readonly media?: PhoneMedia };

/** What the phone shows of it. Undefined where the link of its file gives none. */
export function shownOf(account: Account, { file, ...said }: Said): Shown | undefined {
  if (!file) return said;
  const media = sentFile(account, file);
  return media && { ...said, media };
}
