import { decodedSegment, keyInStatusPath } from '../statusPath';

/** What the address tells that a message reports to: `/status/<message key>/<receiver>`. Reports of SMS name no sender. */
export type StatusPath = { readonly key?: string; readonly receiver?: string };

export const statusUrlOf = (statusUrl: string, receiver: string): string =>
  `${statusUrl}/${encodeURIComponent(receiver)}`;

/** Undefined for an address that is not one of reports. */
export function statusPathIn(suffix: string): StatusPath | undefined {
  const [, path, last] = /^(\/status\/[^/]+)(?:\/([^/]+))?\/?$/.exec(suffix) ?? [];
  if (path === undefined) return undefined;
  const [key, receiver] = [keyInStatusPath(path), last && decodedSegment(last)];
  return { ...(key && { key }), ...(receiver && { receiver }) };
}
