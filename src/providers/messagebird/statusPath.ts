/** What the address tells that a message reports to: `/status/<message key>/<receiver>`. Reports of SMS name no sender. */
export type StatusPath = { readonly key?: string; readonly receiver?: string };

export const statusUrlOf = (statusUrl: string, receiver: string): string =>
  `${statusUrl}/${encodeURIComponent(receiver)}`;

/** Undefined for an address that is not one of reports. */
export function statusPathIn(suffix: string): StatusPath | undefined {
  const [, key, receiver] = /^\/status\/([^/]+)(?:\/([^/]+))?\/?$/.exec(suffix) ?? [];
  if (key === undefined) return undefined;
  const [ours, theirs] = [decoded(key), receiver && decoded(receiver)];
  return { ...(ours && { key: ours }), ...(theirs && { receiver: theirs }) };
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    // Not an address of ours.
    return undefined;
  }
}
