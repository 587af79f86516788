import { createHash } from 'node:crypto';
import { fetch } from '@forge/api';
import { objectStore } from '@forge/object-store';
import type { Bytes, Files } from '../app/ports';
import { clock } from './clock';
import { ids } from './ids';
import { withinTime } from './withinTime';

const ASK_TIMEOUT_MS = 5_000;
const UPLOAD_TIMEOUT_MS = 20_000;
/** Kept for what the file is lent for; an upload has this long at least. */
const REST_MS = 14_000;
const LEAST_MS = 2_000;
/** As long as a presigned address lives (Forge Object Store, read 2026-08): nobody could fetch the file any later. */
const LIFE_SECONDS = 3_600;

/** Forge Object Store: it has no upload of its own, only addresses to upload to and to download from (`@forge/object-store` 3.0.0). */
export const files: Files = {
  async publicLink({ mimeType, bytes }) {
    const key = ids.next();
    const address = await uploadAddress(key, bytes);
    const headers = { 'content-type': mimeType };
    const timeoutMs = Math.min(UPLOAD_TIMEOUT_MS, Math.max(LEAST_MS, clock.remainingMs() - REST_MS));
    const { status } = await withinTime('object store', timeoutMs, (signal) =>
      fetch(address, { method: 'PUT', headers, body: bytes.buffer, signal }),
    );
    if (status < 200 || status >= 300) throw new Error(`the object store refused an upload with ${status}`);
    return given(await ask(() => objectStore.createPublicDownloadUrl(key)));
  },
};

async function uploadAddress(key: string, bytes: Bytes): Promise<string> {
  const checksum = createHash('sha256').update(bytes).digest('base64');
  const object = { key, length: bytes.byteLength, checksum, checksumType: 'SHA256', ttlSeconds: LIFE_SECONDS } as const;
  return given(await ask(() => objectStore.createUploadUrl(object)));
}

function given(address: { readonly url: string } | undefined): string {
  if (!address) throw new Error('the object store gave no address');
  return address.url;
}

const ask = <Value>(work: () => Promise<Value>): Promise<Value> => withinTime('object store', ASK_TIMEOUT_MS, work);
