import { fileTypeFromBuffer } from 'file-type';
import type { MediaKind } from '../domain/content';
import type { Fetched } from './fetchFile';

export type FileType = { readonly mimeType: string; readonly ending: string };

/**
 * What a file is, from its bytes. Undefined where they are not of the kind that was announced: a photo that is a program
 * is no photo. Documents may be anything; one whose bytes tell nothing, or only that they are XML, keeps what the provider called it, if that is text.
 */
export async function fileType(kind: MediaKind, { bytes, mimeType }: Fetched): Promise<FileType | undefined> {
  const found = await fileTypeFromBuffer(bytes);
  if (kind === 'document') return found && found.mime !== XML ? typeOf(found) : textType(mimeType);
  return found && FAMILIES[kind].includes(found.mime.split('/')[0] ?? '') ? typeOf(found) : undefined;
}

/** An SVG picture and a web page in XHTML begin like any XML, and a browser runs what is in them. */
const XML = 'application/xml';

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

/** Texts have no signature. Anything that a browser would run is kept as plain bytes. */
function textType(mimeType = ''): FileType {
  const ending = TEXTS[mimeType];
  return ending ? { mimeType, ending } : { mimeType: 'application/octet-stream', ending: 'bin' };
}

const TEXTS: Readonly<Record<string, string>> = {
  'text/plain': 'txt',
  'text/csv': 'csv',
  'text/vcard': 'vcf',
  'text/calendar': 'ics',
  'application/json': 'json',
};
