/** The message key in what follows the connection's address: `/status/<message key>`, as `statusUrl` was built. */
export function keyInStatusPath(suffix: string): string | undefined {
  const [, encoded] = /^\/status\/([^/]+)\/?$/.exec(suffix) ?? [];
  return encoded && decodedSegment(encoded);
}

/** A segment of a path; undefined for one that is no encoding of ours: the report is still good, it is found by its provider id. */
export function decodedSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
