import fc from 'fast-check';
import { shownFiles } from '../../../src/domain/text/shownFiles';
import { anyDocument } from '../../support/adfArbitrary';

const media = (attrs: object, type = 'media') => ({ type, attrs });
const doc = (...content: readonly object[]) => ({ type: 'doc', version: 1, content });

test('the files of a document are told in their order there, each once', () => {
  const photo = media({ type: 'file', id: 'm1', collection: '', alt: 'machine.jpg' });
  const inline = { type: 'paragraph', content: [media({ type: 'file', id: 'm2' }, 'mediaInline')] };
  expect(
    shownFiles(doc({ type: 'mediaSingle', content: [photo] }, inline, { type: 'mediaGroup', content: [photo] })),
  ).toEqual([
    { mediaId: 'm1', name: 'machine.jpg' },
    { mediaId: 'm2', name: '' },
  ]);
});

test.each([
  ['from elsewhere', { type: 'external', url: 'https://a.example/x.png', id: 'm1' }],
  ['that is a link', { type: 'link', id: 'm1' }],
  ['without an id', { type: 'file' }],
])('a file %s is there, but none that Jira holds', (_, attrs) => {
  expect(shownFiles(doc(media(attrs)))).toEqual([{ mediaId: '', name: '' }]);
});

test('any document has its files told, without an error', () => {
  fc.assert(fc.property(anyDocument, (any) => Array.isArray(shownFiles(any))));
});
