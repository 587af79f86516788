import type { PhoneMedia } from '../phones';
import type { Account } from './account';

/** A file as a send names it. */
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
