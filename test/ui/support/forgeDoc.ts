/** The tree a UI Kit screen draws. Children of text are nodes of type `String`. */
export type ForgeDoc = {
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: readonly ForgeDoc[];
  readonly key: string;
};

/** The node and everything below it, in drawing order. */
export const allIn = (node: ForgeDoc): ForgeDoc[] => [node, ...node.children.flatMap(allIn)];

/** What a person reads in it: one line per block of text. */
export function textIn(node: ForgeDoc): string {
  if (node.type === 'String') return String(node.props.text);
  const spoken = [...propTexts(node), ...joined(node)].filter((text) => text !== '');
  return spoken.join('\n');
}

/** Pieces of one Text stand on one line; blocks stand below each other. */
function joined(node: ForgeDoc): string[] {
  const texts = node.children.map(textIn);
  const isLine = node.children.some((child) => child.type === 'String');
  return isLine ? [texts.join('')] : texts;
}

function propTexts({ type, props }: ForgeDoc): string[] {
  if (type === 'Comment') {
    const actions = (props.actions ?? []) as { text: string }[];
    const heads = [props.author, props.time].map((head) => (head as { text: string }).text);
    return [[heads[0], props.type, heads[1]].join(' | '), ...actions.map(({ text }) => `[${text}]`)];
  }
  return ['title', 'header', 'description'].flatMap((name) => (typeof props[name] === 'string' ? [props[name]] : []));
}
