import schema from '@atlaskit/adf-schema/dist/json-schema/v1/full.json';
import Ajv, { type ValidateFunction } from 'ajv-draft-04';
import { isRecord } from '../read';

/** A node of the Atlassian Document Format. */
export type AdfNode = {
  type: string;
  version?: number;
  text?: string;
  attrs?: Record<string, unknown>;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  content?: AdfNode[];
};

/** Characters of text in a comment or description; for ADF the serialised document is counted (jira.md 3.5). */
export const TEXT_LIMIT = 32_767;

let validate: ValidateFunction | undefined;

/** Whether the schema Atlassian publishes accepts the document. Compiled at first use: it takes a quarter of a second. */
export function isDocument(value: unknown): value is AdfNode {
  validate ??= new Ajv({ strict: false, logger: false }).compile(schema);
  return validate(value) && isRecord(value) && value.type === 'doc';
}

/** A document whose media name no Media Services file: Jira wants UUIDs, not attachment ids (jira.md 4.2). */
export function hasForeignMedia(node: AdfNode): boolean {
  const id = node.attrs?.id;
  if (node.type === 'media' && node.attrs?.type === 'file' && !/^[0-9a-f-]{36}$/i.test(String(id))) return true;
  return (node.content ?? []).some(hasForeignMedia);
}

/** Nothing a reader would see: no text but blanks, no media, no card, no mention. */
export function isEmptyDocument(node: AdfNode): boolean {
  if (node.type === 'text') return (node.text ?? '').trim() === '';
  if (!CONTAINERS.has(node.type)) return node.type === 'hardBreak';
  return (node.content ?? []).every(isEmptyDocument);
}
const CONTAINERS = new Set(
  'doc paragraph heading blockquote bulletList orderedList listItem panel codeBlock expand table tableRow tableCell'.split(
    ' ',
  ),
);

const BLOCKS_WITH_LINES = new Set(['paragraph', 'heading', 'codeBlock', 'listItem', 'tableRow']);

/** The text of a document, line by line: what v2, JSM and the changelog show. */
export function plainText(node: AdfNode): string {
  return textOf(node)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function textOf(node: AdfNode): string {
  const own = ownText(node);
  if (own !== undefined) return own;
  const inner = (node.content ?? []).map(textOf).join('');
  if (node.type === 'paragraph' || node.type === 'heading') return `${inner}\n\n`;
  return BLOCKS_WITH_LINES.has(node.type) ? `${inner.trimEnd()}\n` : inner;
}

function ownText(node: AdfNode): string | undefined {
  const attribute = (name: string) => {
    const value = node.attrs?.[name];
    return typeof value === 'string' ? value : undefined;
  };
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'mention' || node.type === 'status') return attribute('text') ?? '';
  if (node.type === 'emoji') return attribute('text') ?? attribute('shortName') ?? '';
  return node.type === 'inlineCard' ? (attribute('url') ?? '') : undefined;
}
