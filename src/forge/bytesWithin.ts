import type { APIResponse } from '@forge/api';
import type { Bytes } from '../app/ports';
import { headersOf } from './headersOf';

const TOO_LARGE = 'too-large';

/** The body of an answer, read piece by piece: one that never ends, or announces more, costs `maxBytes` at most. */
export async function bytesWithin(answer: APIResponse, maxBytes: number): Promise<Bytes | typeof TOO_LARGE> {
  if (Number(headersOf(answer)['content-length'] ?? 0) > maxBytes) return TOO_LARGE;
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
