/** The message key in what follows the connection's address: `/status/<message key>`, as `statusUrl` was built. */
export function keyInStatusPath(suffix: string): string | undefined {
  const [, encoded] = /^\/status\/([^/]+)\/?$/.exec(suffix) ?? [];
  if (!encoded) return undefined;
  try {
    return decodeURIComponent(encoded);
  } catch {
    // Not an address of ours: the report is still good, it is found by its provider id.
    return undefined;
  }
}
