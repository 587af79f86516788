import { documentWords } from '../../src/providers/documentWords';

test.each(['receipt.pdf', 'Offer no. 7 (final).DOCX', 'übersicht.csv'])('%s is the name of a document', (words) => {
  expect(documentWords('document', words)).toEqual({ fileName: words });
});

test.each(['Please pay this', 'It broke again.Help', 'a/b.pdf', 'two\nlines.pdf', `${'a'.repeat(201)}.pdf`])(
  '%j is what the customer wrote beside a document',
  (words) => {
    expect(documentWords('document', words)).toEqual({ caption: words });
  },
);

test('words beside a picture are never its name, and no words are none', () => {
  expect(documentWords('image', 'receipt.pdf')).toEqual({ caption: 'receipt.pdf' });
  expect(documentWords('document', '')).toEqual({});
  expect(documentWords('document')).toEqual({});
});
