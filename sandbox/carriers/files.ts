import { createHash } from 'node:crypto';
import type { HttpReply } from '../doors';
import type { PhoneFile } from '../files';
import type { PhoneMedia } from '../phones';
import { sampleOf } from '../samples';
import type { Account } from './account';

/** A customer's file as a provider tells of it. */
export type CustomerFile = PhoneFile & { readonly sha256: Buffer };

/**
 * Keeps what a customer sent for the business to fetch. Call it where the webhook is made, with the id (or the part of the
 * address) by which the provider will be asked for it; what the webhook says of the file is in the answer. A customer who
 * brought no file sends a sample of the kind.
 */
export function keepFile({ own, phones, agenda }: Account, media: PhoneMedia, id: string): CustomerFile {
  const file = media.file === undefined ? undefined : phones.files.get(media.file);
  const kept = file ?? sampleOf(media.kind);
  const mimeType = media.mimeType ?? kept.mimeType;
  own.files = { ...own.files, [id]: { file: phones.files.keep({ ...kept, mimeType }), at: agenda.now() } };
  return told({ ...kept, mimeType });
}

/**
 * The file of that id, where the carrier's API is asked for it. Undefined for one that was never kept, is no more, or (by a
 * fault planned for `carrier.file`) is not there yet.
 */
export function keptFile({ own, phones, faults }: Account, id: string): CustomerFile | undefined {
  if (faults.take('carrier.file', ['refuse'])) return undefined;
  const kept = own.files && Object.hasOwn(own.files, id) ? own.files[id] : undefined;
  const file = kept && phones.files.get(kept.file);
  return file && told(file);
}

/** The bytes themselves, as a file server answers. */
export const fileReply = ({ bytes, mimeType }: PhoneFile, headers: HttpReply['headers'] = {}): HttpReply => ({
  status: 200,
  headers: { 'content-type': mimeType, 'content-length': String(bytes.length), ...headers },
  body: bytes,
});

const told = (file: PhoneFile): CustomerFile => ({ ...file, sha256: createHash('sha256').update(file.bytes).digest() });
