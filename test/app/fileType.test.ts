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

/** What the older Office programs, and anything in a file of parts, begin with. */
const COMPOUND = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(600).fill(0)]);
const ARCHIVE = new Uint8Array([0x50, 0x4b, 5, 6, ...Array<number>(18).fill(0)]);
const TEXT = bytes('Where is my parcel?');
const XML = bytes('<?xml version="1.0"?><Workbook/>');
const UTF16: Bytes = new Uint8Array([0xff, 0xfe, ...Buffer.from('Name;Town', 'utf16le')]);

test.each<[string, Bytes, string]>([
  ['Offer.doc', COMPOUND, 'application/msword'],
  ['Offer.XLS', COMPOUND, 'application/vnd.ms-excel'],
  ['offer.ppt', COMPOUND, 'application/vnd.ms-powerpoint'],
  ['Re: offer.msg', COMPOUND, 'application/vnd.ms-outlook'],
  ['offer.odt', ARCHIVE, 'application/vnd.oasis.opendocument.text'],
  ['offer.ods', ARCHIVE, 'application/vnd.oasis.opendocument.spreadsheet'],
  ['offer.docx', ARCHIVE, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['offer.xls', XML, 'application/vnd.ms-excel'],
  ['Offer.eml', TEXT, 'message/rfc822'],
  ['list.csv', TEXT, 'text/csv'],
  ['list.csv', UTF16, 'text/csv'],
  ['notes.txt', TEXT, 'text/plain'],
  ['visit.ics', TEXT, 'text/calendar'],
  ['ana.vcf ', TEXT, 'text/vcard'],
])('%s keeps its ending where its bytes tell only a container or nothing', async (name, read, mimeType) => {
  const ending = name.trim().split('.').at(-1)?.toLowerCase();
  const called = { bytes: read, mimeType: 'application/octet-stream' };
  expect(await fileType('document', called, name)).toEqual({ mimeType, ending });
});

test('a document without a name is what the provider calls it, where its bytes may be that', async () => {
  const called = (read: Bytes) => fileType('document', { bytes: read, mimeType: 'application/vnd.ms-excel' });
  expect(await called(COMPOUND)).toEqual({ mimeType: 'application/vnd.ms-excel', ending: 'xls' });
  expect(await called(ARCHIVE)).toEqual({ mimeType: 'application/zip', ending: 'zip' });
});

const RUN_BY_BROWSERS = [
  'html',
  'htm',
  'xhtml',
  'svg',
  'xml',
  'js',
  'mjs',
  'hta',
  'mht',
  'exe',
  'msi',
  'jar',
  'lnk',
  'url',
  'bat',
];

test.each(RUN_BY_BROWSERS)('a file that calls itself .%s never keeps that, whatever it holds', async (ending) => {
  for (const read of [COMPOUND, ARCHIVE, TEXT, XML, UTF16]) {
    const kept = await fileType('document', { bytes: read, mimeType: `text/${ending}` }, `offer.doc.${ending}`);
    expect(['bin', 'cfb', 'zip']).toContain(kept?.ending);
  }
});

test('what its bytes tell goes before a name', async () => {
  const read = { bytes: sample('document'), mimeType: undefined };
  expect(await fileType('document', read, 'offer.doc')).toEqual({ mimeType: 'application/pdf', ending: 'pdf' });
});

test('a document may be a picture', async () => {
  expect(await fileType('document', { bytes: sample('image'), mimeType: undefined })).toMatchObject({ ending: 'jpg' });
});
