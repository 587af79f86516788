import fc from 'fast-check';

const marks = fc.array(
  fc.oneof(
    fc.constantFrom('strong', 'em', 'strike', 'code', 'underline', 'textColor').map((type) => ({ type })),
    fc.webUrl().map((href) => ({ type: 'link', attrs: { href } })),
  ),
  { maxLength: 3 },
);
const text = fc.record({ type: fc.constant('text'), text: fc.string({ unit: 'binary' }), marks });
const leaf = fc.oneof(
  text,
  fc.constant({ type: 'hardBreak' }),
  fc.record({ type: fc.constant('emoji'), attrs: fc.record({ shortName: fc.string(), text: fc.string() }) }),
  fc.record({ type: fc.constant('mention'), attrs: fc.record({ id: fc.string() }) }),
  fc.record({ type: fc.constant('date'), attrs: fc.record({ timestamp: fc.oneof(fc.string(), fc.integer()) }) }),
  fc.record({ type: fc.constant('inlineCard'), attrs: fc.record({ url: fc.webUrl() }) }),
  fc.record({ type: fc.constant('status'), attrs: fc.record({ text: fc.string() }) }),
);
const block = fc.constantFrom(
  ...['paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'taskList', 'taskItem', 'codeBlock'],
  ...['blockquote', 'panel', 'expand', 'table', 'tableRow', 'tableCell', 'rule', 'extension', 'toString', ''],
);

/** Documents of known and unknown nodes, nested as no editor would, sometimes broken. Never a file. */
export const anyDocument = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    leaf,
    fc.record({ type: block, attrs: fc.dictionary(fc.string(), fc.jsonValue()), content: fc.array(tie('node')) }),
    fc.jsonValue().filter((value) => !JSON.stringify(value).includes('media')),
  ),
  doc: fc.record({ type: fc.constant('doc'), version: fc.constant(1), content: fc.array(tie('node')) }),
})).doc;
