import { fetch } from '@forge/api';
import type { Http } from '../app/ports';
import { headersOf } from './headersOf';
import { withinTime } from './withinTime';

/** Redirects are answers, never followed: another host would see the credentials in the headers. */
export const http: Http = {
  send: (request, timeoutMs) =>
    withinTime(new URL(request.url).host, timeoutMs, async (signal) => {
      const answer = await fetch(request.url, {
        method: request.method,
        headers: { ...request.headers },
        ...(request.body !== undefined && { body: request.body }),
        redirect: 'manual',
        signal,
      });
      return { status: answer.status, headers: headersOf(answer), body: await answer.text() };
    }),
};
