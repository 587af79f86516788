import { createHash } from 'node:crypto';
import type { Gate } from '../../../sandbox/forge/gate';
import type { Invocation } from '../../../sandbox/forge/invocation';
import { parseManifest } from '../../../sandbox/forge/manifest';
import { createObjectStore } from '../../../sandbox/forge/objectStore';
import { newPlatformState } from '../../../sandbox/forge/platform';
import { chanceFrom } from '../../../sandbox/chance';

const HOUR = 3_600_000;
const photo = new Uint8Array([137, 80, 78, 71]);
const withStore = 'app: { id: a }\nmodules: { objectStore: [{ key: files, storageClass: standard }] }';

function setup(manifest = withStore) {
  const clock = { now: 1_000 };
  const gate: Gate = { pass: ({ perform }) => perform({} as Invocation), passed: 0 };
  const state = newPlatformState(chanceFrom({ seed: 7 }));
  const parts = { manifest: parseManifest(manifest), state, gate, baseUrl: 'https://site.example' };
  const store = createObjectStore({ ...parts, now: () => clock.now });
  const ask = async (what: string, body: object) => {
    const answer = await store.door(`api/v1/${what}`, { body: JSON.stringify(body) });
    return { status: answer.status, url: ((await answer.json()) as { url?: string }).url ?? '' };
  };
  const checksum = createHash('sha256').update(photo).digest('base64');
  const announced = { key: 'k1', length: photo.length, checksum, checksumType: 'SHA256', ttlSeconds: 3_600 };
  const put = (url: string, body = photo) =>
    store.upload({ method: 'PUT', url, headers: { 'content-type': 'image/png' }, body }).status;
  const get = (url: string) => store.download(url);
  return { store, clock, ask, announced, put, get };
}

test('a file that was uploaded as announced is there for whoever has the link', async () => {
  const { store, ask, announced, put, get } = setup();
  const { url } = await ask('upload-url', announced);
  expect(store.isUpload(url)).toBe(true);
  expect(put(url)).toBe(200);
  const link = await ask('public-download-url', { key: 'k1' });
  expect(link.url).toMatch(/^https:\/\/site\.example\/object-store\//);
  expect(get(link.url)).toEqual({ status: 200, headers: { 'content-type': 'image/png' }, body: photo });
});

test('another file than the announced one is refused', async () => {
  const { ask, announced, put } = setup();
  const { url } = await ask('upload-url', announced);
  expect(put(url, new Uint8Array([1, 2, 3, 4]))).toBe(403);
});

test('a link ends after an hour, and cannot be made longer by hand', async () => {
  const { clock, ask, announced, put, get } = setup();
  put((await ask('upload-url', { ...announced, ttlSeconds: 86_400 })).url);
  const { url } = await ask('public-download-url', { key: 'k1' });
  clock.now += HOUR;
  const longer = new URL(url);
  longer.searchParams.set('expires', String(clock.now + HOUR));
  expect([get(url).status, get(longer.href).status]).toEqual([403, 403]);
});

test('an object ends with its time-to-live', async () => {
  const { clock, ask, announced, put } = setup();
  put((await ask('upload-url', announced)).url);
  clock.now += HOUR;
  expect((await ask('public-download-url', { key: 'k1' })).status).toBe(404);
});

test('an app whose manifest has no object store is refused', async () => {
  const { ask, announced } = setup('app: { id: a }\nmodules: {}');
  expect((await ask('upload-url', announced)).status).toBe(403);
});
