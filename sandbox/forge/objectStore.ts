import { createHash, createHmac } from 'node:crypto';
import type { HttpCall, HttpReply } from '../doors';
import type { Gate } from './gate';
import { bytesOf, textReply } from './httpCall';
import { type Manifest, modulesOf } from './manifest';
import { empty, json, jsonBody, refusal } from './reply';
import type { PlatformState, StoredObject } from './state';

/** The host that presigned uploads go to: the platform's own, so the app needs no permission for it. */
const UPLOAD_HOST = 'upload.object-store.invalid';
/** Presigned addresses live for an hour (Forge Object Store limits, read 2026-08). */
const LIFE_MS = 3_600_000;
/** Objects without a time-to-live of their own live for 90 days. */
const DAYS_90 = 90 * 24 * 3_600;

type ObjectStoreParts = {
  readonly manifest: Manifest;
  readonly state: PlatformState;
  readonly gate: Gate;
  readonly baseUrl: string;
  readonly now: () => number;
};

type Asked = {
  readonly key: string;
  readonly length?: number;
  readonly checksum?: string;
  readonly ttlSeconds?: number;
};

/** Forge's Object Store as `@forge/object-store` 3.0.0 calls it, and the addresses it gives out. */
export type ObjectStore = {
  /** What the SDK asks: `api/v1/upload-url`, `public-download-url`, `metadata`, `delete`. */
  door(path: string, init: { readonly body?: unknown } | undefined): Promise<Response>;
  /** Is this address one of an upload? */
  isUpload(url: string): boolean;
  upload(call: HttpCall): HttpReply;
  /** `<base>/object-store/<key>?…`: anybody who has the link gets the file. */
  readonly download: (url: string) => HttpReply;
};

export function createObjectStore(parts: ObjectStoreParts): ObjectStore {
  const { gate, state } = parts;
  return {
    door: (path, init) =>
      gate.pass({
        at: `objects.${path.split('/').at(-1) ?? ''}`,
        refuse: ({ kind }) => refusal(kind === '429' ? 429 : 500, 'UNKNOWN_ERROR', 'Refused by the sandbox.'),
        perform: async () => answer(parts, path, jsonBody(init) as Asked),
      }),
    isUpload: (url) => new URL(url).hostname === UPLOAD_HOST,
    upload(call) {
      const signed = readSigned(parts, call.url);
      const { pathname, searchParams } = new URL(call.url);
      const bytes = Buffer.from(call.body);
      const isAsAnnounced =
        String(bytesOf(call.body)) === searchParams.get('length') &&
        createHash('sha256').update(bytes).digest('base64') === searchParams.get('checksum');
      if (!signed || !isAsAnnounced) return textReply(403, 'The upload is not the one that was announced.');
      const type = call.headers['content-type'] ?? 'application/octet-stream';
      const expiresAt = parts.now() + Number(searchParams.get('ttl')) * 1_000;
      const object = { type, bytes: bytes.toString('base64'), expiresAt };
      (state.objects ??= {})[decodeURIComponent(pathname.slice(1))] = object;
      return textReply(200, '');
    },
    download(url) {
      const key = decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');
      const object = objectOf(parts, key);
      if (!readSigned(parts, url)) return textReply(403, 'Request has expired');
      if (!object) return textReply(404, 'The specified key does not exist.');
      const bytes = new Uint8Array(Buffer.from(object.bytes, 'base64'));
      return { status: 200, headers: { 'content-type': object.type }, body: bytes };
    },
  };
}

function answer(
  parts: ObjectStoreParts,
  path: string,
  { key, length, checksum = '', ttlSeconds = DAYS_90 }: Asked,
): Response {
  const { manifest, state, baseUrl } = parts;
  if (modulesOf(manifest, 'objectStore').length === 0)
    return refusal(403, 'FORBIDDEN', 'the manifest has no objectStore');
  const object = objectOf(parts, key);
  switch (path) {
    case 'api/v1/upload-url': {
      const query = new URLSearchParams({ length: String(length), checksum, ttl: String(ttlSeconds) });
      return json(200, { url: sign(parts, `https://${UPLOAD_HOST}/${encodeURIComponent(key)}?${query.toString()}`) });
    }
    case 'api/v1/public-download-url':
      return object
        ? json(200, { url: sign(parts, `${baseUrl}/object-store/${encodeURIComponent(key)}`) })
        : refusal(404, 'NOT_FOUND', 'no such object');
    case 'api/v1/metadata':
      return object
        ? json(200, { key, size: Buffer.from(object.bytes, 'base64').length, contentType: object.type })
        : refusal(404, 'NOT_FOUND', 'no such object');
    case 'api/v1/delete': {
      const { [key]: _, ...others } = state.objects ?? {};
      state.objects = others;
      return empty(204);
    }
    default:
      return refusal(501, 'NOT_IN_SANDBOX', `the sandbox has no ${path}`);
  }
}

function objectOf({ state, now }: ObjectStoreParts, key: string): StoredObject | undefined {
  const object = state.objects?.[key];
  return object && now() < object.expiresAt ? object : undefined;
}

/** The address without its signature is what is signed. */
function sign(parts: ObjectStoreParts, address: string): string {
  const url = new URL(address);
  url.searchParams.set('expires', String(parts.now() + LIFE_MS));
  url.searchParams.set('signature', signatureOf(parts, url));
  return url.href;
}

function readSigned(parts: ObjectStoreParts, address: string): boolean {
  const url = new URL(address);
  const signature = url.searchParams.get('signature');
  url.searchParams.delete('signature');
  return signature === signatureOf(parts, url) && parts.now() < Number(url.searchParams.get('expires'));
}

const signatureOf = ({ state }: ObjectStoreParts, { pathname, search }: URL): string =>
  createHmac('sha256', state.secret).update(`${pathname}${search}`).digest('hex');
