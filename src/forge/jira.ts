import { asApp, asUser, assumeTrustedRoute, NeedsAuthenticationError, ProxyRequestError } from '@forge/api';
import type { APIResponse } from '@forge/api';
import type { As, Jira, JiraAnswer, JiraRequest } from '../app/ports';
import { bytesWithin } from './bytesWithin';
import { clock } from './clock';
import { headersOf } from './headersOf';
import { withinTime } from './withinTime';

const DEFAULT_TIMEOUT_MS = 20_000;
/** Kept for recording the outcome: no call outlasts the function that waits for it. */
const REST_MS = 2_000;
const UPLOAD_TIMEOUT_MS = 60_000;

export const jira: Jira = {
  request: (request, timeoutMs = DEFAULT_TIMEOUT_MS) =>
    withinTime('jira', Math.min(timeoutMs, Math.max(REST_MS, clock.remainingMs() - REST_MS)), async (signal) => {
      try {
        const answer = await callerOf(request.as).requestJira(assumeTrustedRoute(trusted(request.path)), {
          method: request.method,
          ...(request.redirects === 'manual' && { redirect: 'manual' }),
          headers: headersFor(request),
          ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
          signal,
        });
        return await readAnswer(answer);
      } catch (error) {
        return refusalOf(error);
      }
    }),
  upload: ({ path, as, file, headers }) =>
    withinTime(
      'jira',
      Math.min(UPLOAD_TIMEOUT_MS, Math.max(REST_MS, clock.remainingMs() - REST_MS)),
      async (signal) => {
        const form = new FormData();
        form.append('file', new Blob([file.bytes], { type: file.mimeType }), file.name);
        // `requestJira` takes no form: its bytes and its boundary are what a form is.
        const part = new Response(form);
        const type = part.headers.get('content-type') ?? '';
        try {
          const answer = await callerOf(as).requestJira(assumeTrustedRoute(trusted(path)), {
            method: 'POST',
            headers: { accept: 'application/json', ...headers, 'content-type': type, 'x-atlassian-token': 'no-check' },
            body: await part.arrayBuffer(),
            signal,
          });
          return await readAnswer(answer);
        } catch (error) {
          return refusalOf(error);
        }
      },
    ),
  download: ({ path, as }, { timeoutMs, maxBytes }) =>
    withinTime('jira', Math.min(timeoutMs, Math.max(REST_MS, clock.remainingMs() - REST_MS)), async (signal) => {
      try {
        const answer = await callerOf(as).requestJira(assumeTrustedRoute(trusted(path)), { method: 'GET', signal });
        const body = await bytesWithin(answer, maxBytes);
        return { status: answer.status, headers: headersOf(answer), body };
      } catch (error) {
        return { ...refusalOf(error), body: new Uint8Array() };
      }
    }),
};

function callerOf(as: As) {
  if (as === 'app') return asApp();
  return as === 'user' ? asUser() : asUser(as.account);
}

/** Paths are built by `src/jira`, which encodes what it puts in. @throws on anything that would leave `/rest/`. */
function trusted(path: string): string {
  const segments = path.replace(/[?#].*$/s, '').split('/');
  const climbs = segments.some((segment) => /^(\.|%2e){1,2}$/i.test(segment));
  if (!path.startsWith('/rest/') || climbs || path.includes('\\'))
    throw new Error(`not a Jira path: ${path.slice(0, 200)}`);
  return path;
}

const headersFor = ({ body, headers }: JiraRequest): Record<string, string> => ({
  accept: 'application/json',
  ...(body !== undefined && { 'content-type': 'application/json' }),
  ...headers,
});

async function readAnswer(answer: APIResponse): Promise<JiraAnswer> {
  return { status: answer.status, headers: headersOf(answer), body: parsed(await answer.text()) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text; // Proxies and gateways answer in HTML; the contract hands their text on.
  }
}

/** Forge's proxy throws where it refuses a call itself (no consent, account not allowed): that too is an answer. */
function refusalOf(error: unknown): JiraAnswer {
  if (error instanceof NeedsAuthenticationError) return refused(401, 'NEEDS_AUTHENTICATION_ERR');
  if (error instanceof ProxyRequestError) return refused(error.status, error.errorCode);
  throw error;
}

const refused = (status: number, reason: string): JiraAnswer => ({
  status,
  headers: {},
  body: { errorMessages: [`Forge refused the call: ${reason}`] },
});
