/** What a UI Kit screen draws: a tree of component names and props, sent over the bridge on every change. */
export type ForgeDoc = {
  readonly type: string;
  readonly key: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: readonly ForgeDoc[];
};

/** A copy that stays as it is: the reconciler goes on changing the tree it sent. Functions stay the screen's own. */
export const copyDoc = (doc: ForgeDoc): ForgeDoc => ({
  type: doc.type,
  key: doc.key,
  props: { ...doc.props },
  children: doc.children.map(copyDoc),
});

/** The children of a wrapper: `Comment`, `DynamicTable`, `Popup` and `InlineEdit` carry some props as wrapped children. */
export const wrapped = (doc: ForgeDoc, name: string): readonly ForgeDoc[] =>
  doc.children.find((child) => child.type === 'ContentWrapper' && child.props.name === name)?.children ?? [];

export const textOf = (docs: readonly ForgeDoc[]): string =>
  docs.map((doc) => (doc.type === 'String' ? stringOf(doc) : textOf(doc.children))).join('');

/** The words of a `String` node. */
export function stringOf(doc: ForgeDoc): string {
  const { text } = doc.props;
  return typeof text === 'string' || typeof text === 'number' ? String(text) : '';
}

/**
 * Nodes of a prop such as `actions` or `primaryAction`: React elements of the screen, which the reconciler passes on as
 * they are. A component of the screen's own in there has never been drawn by anybody: it is reported as unknown.
 */
export function docsOf(node: unknown, key = 'prop'): readonly ForgeDoc[] {
  if (node === null || node === undefined || typeof node === 'boolean') return [];
  if (Array.isArray(node)) return node.flatMap((one: unknown, index) => docsOf(one, `${key}.${index}`));
  if (typeof node !== 'object') return [{ type: 'String', key, props: { text: node }, children: [] }];
  const {
    type,
    props = {},
    key: own,
  } = node as {
    type?: unknown;
    key?: string | null;
    props?: Record<string, unknown>;
  };
  const { children, ...rest } = props;
  if (typeof type === 'symbol') return docsOf(children, key);
  const name = typeof type === 'string' ? type : 'a component inside a prop';
  return [{ type: name, key: own ?? key, props: rest, children: docsOf(children, key) }];
}
