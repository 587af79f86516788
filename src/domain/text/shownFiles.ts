import { attr, readNode, type AdfNode } from './adfNode';

/** A file as a document shows it: by Jira's media id, with the name where the editor kept it. */
export type ShownFile = { readonly mediaId: string; readonly name: string };

/** The files that a document shows, each once, in their order there. One without an id of Jira's is there with an empty one. */
export function shownFiles(doc: unknown): readonly ShownFile[] {
  const all = filesIn(readNode(doc));
  return all.filter((file, index) => all.findIndex(({ mediaId }) => mediaId === file.mediaId) === index);
}

const MEDIA = new Set(['media', 'mediaInline']);

function filesIn(node: AdfNode): readonly ShownFile[] {
  const isOfJira = ['file', 'image', ''].includes(attr(node, 'type'));
  const own = MEDIA.has(node.type) ? [{ mediaId: isOfJira ? attr(node, 'id') : '', name: attr(node, 'alt') }] : [];
  return [...own, ...node.content.flatMap(filesIn)];
}
