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
