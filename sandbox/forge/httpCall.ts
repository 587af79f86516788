import type { HttpCall, HttpReply } from '../doors';

/** Header names in lower case, one value each. */
export function httpHeaders(headers: Headers): Record<string, string> {
  const plain: Record<string, string> = {};
  headers.forEach((value, name) => (plain[name.toLowerCase()] = value));
  return plain;
}

export const bytesOf = (body: HttpCall['body']): number => Buffer.byteLength(body);

/** As the platform hands it to a function: decoded as UTF-8, whatever it was. */
export const textOf = (body: HttpCall['body']): string =>
  typeof body === 'string' ? body : Buffer.from(body).toString('utf8');

export const textReply = (status: number, text: string): HttpReply => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: text,
});
