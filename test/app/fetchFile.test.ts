import type { App } from '../../src/app/call';
import { fetchFile } from '../../src/app/fetchFile';
import type { FileAnswer, Http, HttpRequest } from '../../src/app/ports';
import type { MediaRef } from '../../src/domain/content';
import { asConnectionId } from '../../src/domain/ids';
import type { Gateway, MediaRequests, Provider } from '../../src/providers/provider';

const MEDIA: MediaRef = { kind: 'image', providerId: 'f1' };
const BYTES = new Uint8Array([1, 2, 3]);
const HOME = 'https://api.provider.example/files/f1';
const SECRET = { authorization: 'Bearer secret' };
const provider = { egress: ['https://api.provider.example', '*.cdn.example'], mediaHosts: ['https://files.example'] };

const file = (more: Partial<FileAnswer> = {}): FileAnswer => ({
  status: 200,
  headers: { 'content-type': 'Image/PNG; charset=binary' },
  body: BYTES,
  ...more,
});
const to = (location: string): FileAnswer => ({ status: 302, headers: { location }, body: new Uint8Array() });

type World = {
  answers: Record<string, FileAnswer | 'silence'>;
  first?: string;
  media?: Partial<MediaRequests>;
  /** What the message says of it. */
  file?: Partial<MediaRef>;
  slow?: boolean;
  /** The provider had said that no files are to be asked for until then. */
  restingUntil?: number;
};

const restOf = (until: number) => ({
  version: 1,
  failures: [],
  rest: { because: 'rate-limited', since: 0, until, lastsMs: until },
});

/** Fetches from an internet that answers by address, and tells what was asked of it. */
async function fetching({ answers, first = HOME, media, file, slow, restingUntil }: World) {
  const asked: HttpRequest[] = [];
  let now = 0;
  const answerTo = (request: HttpRequest) => {
    asked.push(request);
    if (slow) now += 110_000;
    const answer = answers[request.url];
    if (answer === undefined || answer === 'silence') throw new Error('no answer came');
    return answer;
  };
  const http: Http = {
    send: async (request) => ({ ...answerTo(request), body: '' }),
    download: async (request) => answerTo(request),
  };
  const store = {
    get: async () => (restingUntil === undefined ? undefined : restOf(restingUntil)),
    put: async () => undefined,
  };
  const log = { warn: () => undefined };
  const app = { ports: { http, store, log, clock: { now: () => now, remainingMs: () => 300_000 } } } as unknown as App;
  const requests: MediaRequests = { toRequest: () => ({ method: 'GET', url: first, headers: SECRET }), ...media };
  const fetched = await fetchFile(
    app,
    {
      connection: asConnectionId('c1'),
      provider: provider as unknown as Provider,
      gateway: { media: requests } as unknown as Gateway,
      maxBytes: 10,
    },
    { ...MEDIA, ...file },
  );
  return { fetched, asked };
}

const failing = async (world: World) => {
  const { fetched } = await fetching(world);
  return fetched.ok ? 'fetched' : fetched.failure;
};

test('a file comes with what its provider calls it', async () => {
  const { fetched, asked } = await fetching({ answers: { [HOME]: file() } });
  expect(fetched).toEqual({ ok: true, value: { bytes: BYTES, mimeType: 'image/png' } });
  expect(asked[0]?.headers).toEqual(SECRET);
});

test.each([
  'https://10.0.0.1/x',
  'https://169.254.169.254/latest/meta-data',
  'https://[::1]/x',
  'https://localhost/x',
  'http://api.provider.example/files/f1',
  'https://api.provider.example:8443/files/f1',
  'https://user:secret@api.provider.example/files/f1',
  'https://api.provider.example.evil.example/x',
  'https://evilcdn.example/x',
  'https://cdn.example/x',
  'file:///etc/passwd',
  'not an address',
])('nothing is asked of %s', async (address) => {
  const { fetched, asked } = await fetching({ answers: { [address]: file() }, first: address });
  expect([fetched, asked]).toEqual([{ ok: false, failure: 'wrong-host' }, []]);
});

test('a host of the provider’s own kind is asked', async () => {
  const address = 'https://eu.cdn.example/x';
  expect(await failing({ answers: { [address]: file() }, first: address })).toBe('fetched');
});

test('a redirect to another host of the provider goes without the credentials', async () => {
  const { fetched, asked } = await fetching({
    answers: { [HOME]: to('https://files.example/f1'), 'https://files.example/f1': file() },
  });
  expect(fetched.ok).toBe(true);
  expect(asked.map(({ headers }) => headers)).toEqual([SECRET, {}]);
});

test('a redirect on the same host keeps them', async () => {
  const { asked } = await fetching({ answers: { [HOME]: to('/other'), 'https://api.provider.example/other': file() } });
  expect(asked.map(({ headers }) => headers)).toEqual([SECRET, SECRET]);
});

test('a redirect to a stranger is not followed', async () => {
  const { fetched, asked } = await fetching({
    answers: { [HOME]: to('https://169.254.169.254/x'), 'https://169.254.169.254/x': file() },
  });
  expect(fetched).toEqual({ ok: false, failure: 'wrong-host' });
  expect(asked).toHaveLength(1);
});

test('redirects that never end are given up', async () => {
  const { fetched, asked } = await fetching({ answers: { [HOME]: to(HOME) } });
  expect(fetched.ok).toBe(false);
  expect(asked.length).toBeLessThan(10);
});

test.each([
  [404, 'not-there'],
  [410, 'gone'],
  [401, 'refused'],
  [403, 'refused'],
  [429, 'no-answer'],
  [500, 'no-answer'],
  [503, 'no-answer'],
])('an answer %i means %s', async (status, reason) => {
  expect(await failing({ answers: { [HOME]: file({ status }) } })).toBe(reason);
});

test('a file that its provider has no id for is gone: nobody is asked', async () => {
  const { fetched, asked } = await fetching({ answers: {}, file: { providerId: '' } });
  expect([fetched, asked]).toEqual([{ ok: false, failure: 'gone' }, []]);
});

test('an empty file is gone, one that is too large is said to be', async () => {
  expect(await failing({ answers: { [HOME]: file({ body: new Uint8Array() }) } })).toBe('gone');
  expect(await failing({ answers: { [HOME]: file({ body: 'too-large' }) } })).toBe('too-large');
});

test('silence is no answer, a body that takes all the time is too slow', async () => {
  expect(await failing({ answers: {} })).toBe('no-answer');
  expect(await failing({ answers: {}, slow: true })).toBe('too-slow');
});

describe('where the provider gives an address first', () => {
  const locating = (url: string): Partial<MediaRequests> => ({
    locate: ({ status }) => (status === 200 ? { method: 'GET', url, headers: SECRET } : undefined),
  });

  test('the file comes from there', async () => {
    const there = 'https://files.example/f1';
    const answers = { [HOME]: file(), [there]: file() };
    expect(await failing({ answers, media: locating(there) })).toBe('fetched');
  });

  test('an address at a stranger’s is not believed', async () => {
    const there = 'https://10.0.0.1/f1';
    const { fetched, asked } = await fetching({ answers: { [HOME]: file(), [there]: file() }, media: locating(there) });
    expect(fetched).toEqual({ ok: false, failure: 'wrong-host' });
    expect(asked).toHaveLength(1);
  });

  test('no address means what its status says', async () => {
    expect(await failing({ answers: { [HOME]: file({ status: 404 }) }, media: locating(HOME) })).toBe('not-there');
    expect(await failing({ answers: {}, media: locating(HOME) })).toBe('no-answer');
  });
});

test.each([
  ['the file', {}],
  ['where it lies', { locate: () => undefined }],
])('nobody asks for %s while the provider wants to be left alone', async (_, media) => {
  const { fetched, asked } = await fetching({ answers: { [HOME]: file() }, media, restingUntil: 60_000 });
  expect([fetched, asked]).toEqual([{ ok: false, failure: { restingUntil: 60_000 } }, []]);
});

test('a provider that takes no more questions for the moment is asked again', async () => {
  expect(await failing({ answers: { [HOME]: file({ status: 429 }) } })).toBe('no-answer');
});
