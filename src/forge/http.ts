import { fetch } from '@forge/api';
import type { Http, HttpRequest } from '../app/ports';
import { bytesWithin } from './bytesWithin';
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
      return { status: answer.status, headers, body: await bytesWithin(answer, maxBytes) };
    }),
};
