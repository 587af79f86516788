import { sampleOf } from '../../sandbox/samples';
import { fileType } from '../../src/app/fileType';
import type { Bytes } from '../../src/app/ports';
import type { MediaKind } from '../../src/domain/content';

const sample = (kind: MediaKind): Bytes => new Uint8Array(sampleOf(kind).bytes);
const bytes = (text: string): Bytes => new TextEncoder().encode(text);
/** The beginning of a Windows program. */
const PROGRAM: Bytes = new Uint8Array([
  0x4d,
  0x5a,
  0x90,
  0,
  3,
  0,
  0,
  0,
  4,
  0,
  0,
  0,
  0xff,
  0xff,
  0,
  0,
  ...Array<number>(64).fill(0),
]);

test.each<[MediaKind, string, string]>([
  ['image', 'image/jpeg', 'jpg'],
  ['video', 'video/mp4', 'mp4'],
  ['voice', 'audio/ogg', 'opus'],
  ['document', 'application/pdf', 'pdf'],
  ['sticker', 'image/webp', 'webp'],
])('a real %s is known by its bytes, whatever it is called', async (kind, mimeType, ending) => {
  const known = await fileType(kind, { bytes: sample(kind), mimeType: 'text/html' });
  expect(known).toEqual({ mimeType, ending });
});

test.each<MediaKind>(['image', 'sticker', 'video', 'audio', 'voice'])('a program is no %s', async (kind) => {
  expect(await fileType(kind, { bytes: PROGRAM, mimeType: 'image/png' })).toBeUndefined();
});

test.each<[MediaKind, MediaKind]>([
  ['image', 'document'],
  ['voice', 'image'],
  ['video', 'image'],
])('a customer’s %s that is a %s is not believed', async (kind, really) => {
  expect(await fileType(kind, { bytes: sample(really), mimeType: undefined })).toBeUndefined();
});

test('text stays the text that it is called, and nothing that a browser would run does', async () => {
  expect(await fileType('document', { bytes: bytes('a;b'), mimeType: 'text/csv' })).toEqual({
    mimeType: 'text/csv',
    ending: 'csv',
  });
  for (const mimeType of ['text/html', 'image/svg+xml', 'application/javascript', undefined])
    expect(await fileType('document', { bytes: bytes('<script>alert(1)</script>'), mimeType })).toEqual({
      mimeType: 'application/octet-stream',
      ending: 'bin',
    });
});

test.each([
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>',
])('%s is kept as plain bytes, whatever it is called', async (text) => {
  for (const mimeType of ['image/svg+xml', 'application/xml', 'text/xml', 'application/xhtml+xml', undefined])
    expect(await fileType('document', { bytes: bytes(text), mimeType })).toEqual({
      mimeType: 'application/octet-stream',
      ending: 'bin',
    });
});

test('a document may be a picture', async () => {
  expect(await fileType('document', { bytes: sample('image'), mimeType: undefined })).toMatchObject({ ending: 'jpg' });
});
