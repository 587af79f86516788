import { fileTypeFromBuffer } from 'file-type';
import type { MediaKind } from '../domain/content';
import type { Fetched } from './fetchFile';
import { harmlessType, type FileType } from './harmlessType';

/**
 * What a file is, from its bytes. Undefined where they are not of the kind that was announced: a photo that is a program
 * is no photo. Documents may be anything; one whose bytes tell nothing, or only a container, keeps the ending that the customer's
 * name or the provider gives it, if that is a harmless one. Anything that a browser would run is kept as plain bytes.
 */
export async function fileType(
  kind: MediaKind,
  { bytes, mimeType }: Fetched,
  fileName?: string,
): Promise<FileType | undefined> {
  const found = await fileTypeFromBuffer(bytes);
  if (kind !== 'document')
    return found && FAMILIES[kind].includes(found.mime.split('/')[0] ?? '') ? typeOf(found) : undefined;
  const known = found && !IS_TEXT.includes(found.ext) ? found : undefined;
  const called = harmlessType({ mimeType, ...(fileName !== undefined && { fileName }) }, known?.mime);
  return called ?? (known ? typeOf(known) : PLAIN_BYTES);
}

/**
 * An SVG picture and a web page in XHTML begin like any XML, and a browser runs what is in them. Text of two bytes a letter, as Excel
 * saves it, begins like sound of a format that nobody has used since MP3.
 */
const IS_TEXT = ['xml', 'mp1'];

const PLAIN_BYTES: FileType = { mimeType: 'application/octet-stream', ending: 'bin' };

const typeOf = ({ mime, ext }: { readonly mime: string; readonly ext: string }): FileType => ({
  mimeType: mime.split(';')[0] ?? mime,
  ending: ext,
});

// MP4 and Ogg hold sound and pictures alike, and tell little about which.
const FAMILIES: Readonly<Record<Exclude<MediaKind, 'document'>, readonly string[]>> = {
  image: ['image'],
  sticker: ['image'],
  video: ['video'],
  audio: ['audio', 'video'],
  voice: ['audio', 'video'],
};
