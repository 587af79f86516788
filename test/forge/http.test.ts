import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { http } from '../../src/forge/http';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
let server: Server;
let handle: Handler;

beforeAll(async () => {
  server = createServer((request, response) => handle(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const url = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;

test('sends method, headers and body, and answers with lower-case header names', async () => {
  handle = (request, response) => {
    response.writeHead(201, { 'X-Kind': `${request.method} ${request.headers.authorization}` });
    request.pipe(response);
  };

  const answer = await http.send(
    { method: 'POST', url: url('/messages'), headers: { authorization: 'Basic x' }, body: 'To=1' },
    2_000,
  );

  expect(answer).toMatchObject({ status: 201, body: 'To=1', headers: { 'x-kind': 'POST Basic x' } });
});

test('a redirect is answered, never followed: another host would see the credentials', async () => {
  const asked: (string | undefined)[] = [];
  handle = (request, response) => {
    asked.push(request.url);
    response.writeHead(302, { location: url('/elsewhere') }).end();
  };

  const answer = await http.send({ method: 'GET', url: url('/here'), headers: {} }, 2_000);

  expect([answer.status, asked]).toEqual([302, ['/here']]);
});

test('a provider that does not answer in time rejects, and the connection is given up', async () => {
  let givenUp: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => (givenUp = resolve));
  handle = (request) => request.socket.on('close', givenUp);

  const sent = http.send({ method: 'GET', url: url('/slow?secret=1'), headers: {} }, 50);

  await expect(sent).rejects.toThrow(/^127\.0\.0\.1:\d+ did not answer within 50 ms$/);
  await closed;
});

describe('a download', () => {
  const download = (path: string, maxBytes = 10) =>
    http.download({ method: 'GET', url: url(path), headers: {} }, { timeoutMs: 2_000, maxBytes });

  test('brings the bytes as they are, and header names in lower case', async () => {
    handle = (_, response) => response.writeHead(200, { 'Content-Type': 'image/png' }).end(Buffer.from([0, 255, 128]));
    const { status, headers, body } = await download('/file');
    expect([status, headers['content-type']]).toEqual([200, 'image/png']);
    expect([...(body as Uint8Array)]).toEqual([0, 255, 128]);
  });

  test('of a file that says it is too large is not begun', async () => {
    handle = (_, response) => response.writeHead(200, { 'content-length': '11' }).end('12345678901');
    expect((await download('/file')).body).toBe('too-large');
  });

  test('of a body that goes on and on ends at the limit', async () => {
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    handle = (request, response) => {
      const timer = setInterval(() => response.write('12345'), 5);
      request.socket.on('close', () => {
        clearInterval(timer);
        end();
      });
      response.writeHead(200);
    };
    expect((await download('/endless')).body).toBe('too-large');
    await ended;
  });

  test('of exactly the limit is whole', async () => {
    handle = (_, response) => response.writeHead(200).end('1234567890');
    expect((await download('/file')).body).toHaveLength(10);
  });

  test('answers a redirect, which is never followed', async () => {
    const asked: (string | undefined)[] = [];
    handle = (request, response) => {
      asked.push(request.url);
      response.writeHead(307, { location: url('/elsewhere') }).end();
    };
    const { status, headers } = await download('/here');
    expect([status, headers.location, asked]).toEqual([307, url('/elsewhere'), ['/here']]);
  });

  test('that stops on the way is given up', async () => {
    handle = (_, response) => void response.writeHead(200).write('12');
    const slow = http.download({ method: 'GET', url: url('/slow'), headers: {} }, { timeoutMs: 80, maxBytes: 10 });
    await expect(slow).rejects.toThrow(/did not answer within 80 ms/);
  });
});
