import fc from 'fast-check';
import { fileTypeFromBuffer } from 'file-type';
import { createFiles, type FilesState } from '../../sandbox/files';
import { safely } from '../../sandbox/safely';
import { sampleOf } from '../../sandbox/samples';

test('any bytes come back as they were, also from a saved world', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const state: FilesState = {};
      const id = createFiles(state).keep({ bytes, mimeType: 'image/png' });
      const saved = JSON.parse(JSON.stringify(state)) as FilesState;
      expect(createFiles(saved).get(id)).toEqual({ bytes, mimeType: 'image/png' });
    }),
  );
});

test('the same file is kept once, another one beside it', () => {
  const state: FilesState = {};
  const files = createFiles(state);
  const one = files.keep(sampleOf('image'));
  expect(files.keep(sampleOf('image'))).toBe(one);
  files.keep(sampleOf('document'));
  expect(Object.keys(state)).toHaveLength(2);
});

test('an id that was never given is no file', () => {
  expect(createFiles({}).get('constructor')).toBeUndefined();
});

test.each([
  ['image', 'image/jpeg'],
  ['video', 'video/mp4'],
  ['voice', 'audio/ogg'],
  ['document', 'application/pdf'],
  ['sticker', 'image/webp'],
] as const)('the sample of a customer’s %s is a real one', async (kind, mime) => {
  const { bytes } = sampleOf(kind);
  expect((await fileTypeFromBuffer(bytes))?.mime.split(';')[0]).toBe(mime);
  expect(bytes.length).toBeLessThan(60_000);
});

test.each([
  ['image/png', 'inline'],
  ['application/pdf', 'inline'],
  ['image/svg+xml', 'attachment'],
  ['text/html; charset=utf-8', 'attachment'],
])('a file of the type %s is shown as %s', (type, disposition) => {
  expect(safely(type)).toMatchObject({ 'content-disposition': disposition, 'x-content-type-options': 'nosniff' });
});
