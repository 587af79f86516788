import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PhoneFile } from './files';
import type { PhoneMedia } from './phones';

/** A real file of each kind, of invented people: what a customer sends who brings none. */
export const sampleOf = (kind: PhoneMedia['kind']): PhoneFile => (read[kind] ??= readSample(SAMPLES[kind]));

/** Read at first use and kept. */
const read: Partial<Record<PhoneMedia['kind'], PhoneFile>> = {};

type Sample = { readonly name: string; readonly mimeType: string };

const SAMPLES: Readonly<Record<PhoneMedia['kind'], Sample>> = {
  image: { name: 'photo.jpg', mimeType: 'image/jpeg' },
  video: { name: 'video.mp4', mimeType: 'video/mp4' },
  audio: { name: 'voice-note.ogg', mimeType: 'audio/ogg' },
  voice: { name: 'voice-note.ogg', mimeType: 'audio/ogg; codecs=opus' },
  document: { name: 'document.pdf', mimeType: 'application/pdf' },
  sticker: { name: 'sticker.webp', mimeType: 'image/webp' },
};

const readSample = ({ name, mimeType }: Sample): PhoneFile => ({
  bytes: new Uint8Array(readFileSync(join('sandbox', 'samples', name))),
  mimeType,
});
