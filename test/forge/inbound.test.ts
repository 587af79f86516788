import { inbound } from '../../src/forge/inbound';
import { closeDoor, json, openDoor } from './door';
import { leavePlatform, onPlatform } from './onPlatform';

const request = (more: Record<string, unknown> = {}) => ({
  method: 'POST',
  path: '/public/installation',
  userPath: '',
  queryParameters: {},
  headers: {},
  body: '',
  ...more,
});

beforeEach(() => {
  for (const method of ['warn', 'error'] as const) jest.spyOn(console, method).mockImplementation(() => undefined);
});
afterEach(() => {
  leavePlatform();
  jest.restoreAllMocks();
});

test.each(['', '/', '/c1', `/c1/${'0'.repeat(32)}`, '/../../x', '/%00/y'])(
  'the path "%s" of no connection is answered 404 without a word',
  async (userPath) => {
    onPlatform();

    expect(await inbound(request({ userPath }))).toEqual({ statusCode: 404, headers: {}, body: '' });
  },
);

test('what is no request of a web trigger is answered 400', async () => {
  expect(await inbound(undefined)).toMatchObject({ statusCode: 400 });
  expect(await inbound({ method: 'POST' })).toMatchObject({ statusCode: 400 });
});

test('an error is answered 503, so that the provider comes again, and logs no body', async () => {
  openDoor(() => json({ code: 'INTERNAL', message: 'the store is not well' }, 500));

  const answer = await inbound(request({ userPath: `/c1/${'0'.repeat(32)}`, body: 'To=%2B385951006719&Body=Hello' }));

  expect(answer).toEqual({ statusCode: 503, headers: { 'retry-after': ['60'] }, body: '' });
  expect(JSON.stringify(jest.mocked(console.error).mock.calls)).not.toContain('Hello');
  closeDoor();
});
