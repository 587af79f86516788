/** A node of an Atlassian document, read from outside: whatever is not there or not of the right type is left out. */
export type AdfNode = {
  readonly type: string;
  readonly text: string;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly marks: readonly AdfNode[];
  readonly content: readonly AdfNode[];
};

/** Deeper than any editor nests: what lies below is left out, so that a hostile document cannot exhaust the stack. */
const DEEPEST = 60;

/** Reads any value as a node; never throws. What is no node becomes one of type `''` without content. */
export function readNode(raw: unknown, depth = 0): AdfNode {
  const node = isRecord(raw) && depth < DEEPEST ? raw : {};
  return {
    type: textOf(node, 'type'),
    text: textOf(node, 'text'),
    attrs: isRecord(node.attrs) ? node.attrs : {},
    marks: nodesOf(node.marks, depth),
    content: nodesOf(node.content, depth),
  };
}

/** An attribute where it is a text, else `''`. */
export const attr = (node: AdfNode, name: string): string => textOf(node.attrs, name);

/** The address of a card: `attrs.url`, or that of the data it was made from. */
export function cardUrl(node: AdfNode): string {
  const { data } = node.attrs;
  return attr(node, 'url') || (isRecord(data) ? textOf(data, 'url') : '');
}

const nodesOf = (raw: unknown, depth: number): readonly AdfNode[] =>
  Array.isArray(raw) ? raw.map((one) => readNode(one, depth + 1)) : [];

function textOf(record: Readonly<Record<string, unknown>>, name: string): string {
  const value = Object.hasOwn(record, name) ? record[name] : undefined;
  return typeof value === 'string' ? value : '';
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
