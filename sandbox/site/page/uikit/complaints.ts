import { acceptedProps } from './acceptedProps';
import type { ForgeDoc } from './forgeDoc';

/** Parts that the reconciler makes itself, never named by a screen. */
const internal = new Set(['Root', 'String', 'ContentWrapper', 'Cell', 'Row']);

/** Why UI Kit would not draw this node as written, in a sentence; undefined when it would. Children are not looked at. */
export function complaintAbout(doc: ForgeDoc): string | undefined {
  if (internal.has(doc.type)) return undefined;
  const accepted: Readonly<Record<string, true>> | undefined = Object.hasOwn(acceptedProps, doc.type)
    ? acceptedProps[doc.type as keyof typeof acceptedProps]
    : undefined;
  if (!accepted) return `UI Kit component “${doc.type}” is unknown to the sandbox.`;
  const unknown = Object.keys(doc.props).filter(
    (name) => doc.props[name] !== undefined && !Object.hasOwn(accepted, name),
  );
  if (unknown.length === 0) return undefined;
  return `UI Kit component “${doc.type}” does not take ${unknown.map((name) => `“${name}”`).join(', ')}.`;
}
