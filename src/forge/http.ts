import { fetch, type APIResponse } from '@forge/api';
import type { Bytes, Http, HttpRequest } from '../app/ports';
import { headersOf } from './headersOf';
import { withinTime } from './withinTime';

/** Redirects are answers, never followed: another host would see the credentials in the headers. */
const ask = ({ url, method, headers, body }: HttpRequest, signal: AbortSignal) =>
  fetch(url, { method, headers: { ...headers }, ...(body !== undefined && { body }), redirect: 'manual', signal });

export const http: Http = {
  send: (request, timeoutMs) =>
    withinTime(new URL(request.url).host, timeoutMs, async (signal) => {
      const answer = await ask(request, signal);
      return { status: answer.status, headers: headersOf(answer), body: await answer.text() };
    }),
  download: (request, { timeoutMs, maxBytes }) =>
    withinTime(new URL(request.url).host, timeoutMs, async (signal) => {
      const answer = await ask(request, signal);
      const headers = headersOf(answer);
      const announced = Number(headers['content-length'] ?? 0);
      const body = announced > maxBytes ? TOO_LARGE : await bytesWithin(answer, maxBytes);
      return { status: answer.status, headers, body };
    }),
};

const TOO_LARGE = 'too-large';

/** Reads piece by piece, so that a body that never ends costs `maxBytes` at most. */
async function bytesWithin(answer: APIResponse, maxBytes: number): Promise<Bytes | typeof TOO_LARGE> {
  const stream: unknown = 'body' in answer ? answer.body : undefined;
  if (!(stream instanceof ReadableStream)) return whole(await answer.arrayBuffer(), maxBytes);
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const read: { readonly done: boolean; readonly value?: unknown } = await reader.read();
    const piece = read.value;
    if (read.done) return joined(pieces, size);
    if (!(piece instanceof Uint8Array)) throw new TypeError('a body is made of bytes');
    size += piece.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return TOO_LARGE;
    }
    pieces.push(piece);
  }
}

/** Where the runtime gives no stream the whole body is there at once. */
const whole = (body: ArrayBuffer, maxBytes: number) => (body.byteLength > maxBytes ? TOO_LARGE : new Uint8Array(body));

function joined(pieces: readonly Uint8Array[], size: number): Bytes {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return bytes;
}
