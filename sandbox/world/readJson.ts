/** The JSON of a body. @throws SyntaxError when it is none. */
export function readJson(body: Uint8Array | string): unknown {
  return JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body)) as unknown;
}
