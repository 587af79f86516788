import { complaintAbout } from '../../../../sandbox/site/page/uikit/complaints';

const doc = (type: string, props: Record<string, unknown> = {}) => ({ type, key: 'k', props, children: [] });

test('a component with props it takes is drawn', () => {
  expect(complaintAbout(doc('Button', { appearance: 'primary', onClick: () => undefined }))).toBeUndefined();
});

test('a prop that UI Kit does not have is named', () => {
  expect(complaintAbout(doc('Button', { style: {}, href: '/' }))).toBe(
    'UI Kit component “Button” does not take “style”, “href”.',
  );
});

test('a prop left undefined was not given', () => {
  expect(complaintAbout(doc('Text', { className: undefined }))).toBeUndefined();
});

test.each(['div', 'Marquee', 'constructor', 'toString'])('%s is no component', (type) => {
  expect(complaintAbout(doc(type))).toMatch('unknown');
});

test.each(['Root', 'String', 'ContentWrapper', 'Cell', 'Row'])("the reconciler's own %s passes", (type) => {
  expect(complaintAbout(doc(type, { anything: 1 }))).toBeUndefined();
});
