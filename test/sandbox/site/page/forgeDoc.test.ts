import { createElement, Fragment } from 'react';
import { copyDoc, docsOf, textOf, wrapped, type ForgeDoc } from '../../../../sandbox/site/page/uikit/forgeDoc';

const text = (words: string): ForgeDoc => ({ type: 'String', key: words, props: { text: words }, children: [] });
const node = (type: string, children: ForgeDoc[] = [], props: Record<string, unknown> = {}): ForgeDoc => ({
  type,
  key: type,
  props,
  children,
});

test('a copy stays as it was when the reconciler changes its tree', () => {
  const children = [text('before')];
  const tree = node('Root', children);
  const copy = copyDoc(tree);
  children.push(text('after'));
  expect(textOf(copy.children)).toBe('before');
});

test('a wrapped prop is found by its name, and is empty where the screen gave none', () => {
  const comment = node('Comment', [node('ContentWrapper', [text('hello')], { name: 'content' })]);
  expect(textOf(wrapped(comment, 'content'))).toBe('hello');
  expect(wrapped(comment, 'avatar')).toEqual([]);
});

test('elements in a prop become nodes with their handlers and words', () => {
  const onClick = () => undefined;
  const [action] = docsOf([createElement('SectionMessageAction', { onClick }, 'Try', ' again')]);
  expect(action).toMatchObject({ type: 'SectionMessageAction', props: { onClick } });
  expect(textOf(action!.children)).toBe('Try again');
});

test('a fragment in a prop is only its children', () => {
  expect(docsOf(createElement(Fragment, {}, 'a', 'b')).map((doc) => doc.props.text)).toEqual(['a', 'b']);
});

test('nothing is drawn for what React draws nothing for', () => {
  expect(docsOf([null, undefined, false])).toEqual([]);
});

test('a component of the screen inside a prop is named for what it is', () => {
  const Own = () => null;
  expect(docsOf(createElement(Own))[0]?.type).toBe('a component inside a prop');
});
