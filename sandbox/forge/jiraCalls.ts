import type { JiraCaller, JiraDoor } from '../doors';
import type { Fault } from '../faults';
import type { Ledger } from '../ledger';
import { responseOf } from './egress';
import type { Gate } from './gate';
import { httpHeaders } from './httpCall';
import type { Invocation } from './invocation';
import { jiraPlaceOf } from './jiraPlaces';
import type { PlatformLog } from './log';
import { type Manifest, scopeOf } from './manifest';
import { json } from './reply';

/** What the SDK asks the proxy for: as whom. */
export type ProductOptions = { readonly provider?: string; readonly accountId?: string };
export type ProductInit = {
  readonly method?: string;
  readonly headers?: HeadersInit;
  readonly body?: BodyInit | null;
  readonly signal?: AbortSignal | null;
};

type JiraParts = {
  readonly manifest: Manifest;
  readonly jira: JiraDoor;
  readonly gate: Gate;
  readonly ledger: Ledger;
  readonly log: PlatformLog;
  readonly now: () => number;
};

/** `requestJira`: checks what the manifest allows, then hands the call to Jira. */
export function createJiraCalls(parts: JiraParts) {
  return async (options: ProductOptions, path: string, init: ProductInit = {}): Promise<Response> => {
    const method = (init.method ?? 'GET').toUpperCase();
    const place = jiraPlaceOf(method, path);
    const body = await bytesOf(init.body);
    const headers = { 'content-type': 'application/json', ...httpHeaders(new Headers(init.headers)) };
    return parts.gate.pass({
      at: place.at,
      signal: init.signal ?? null,
      refuse: refuseFor,
      contended: method !== 'GET' && CONTENDED.has(place.at),
      perform: async (invocation) => {
        const caller = callerOf(parts, { options, invocation, scope: place.scope });
        if (caller instanceof Response) return caller;
        const reply = await parts.jira({ method, url: path, headers, body, caller });
        const { 'x-sandbox-points': points = '0', ...rest } = reply.headers;
        const entry = { method, path: path.split('?')[0] ?? '', points: Number(points), status: reply.status };
        parts.ledger.record({ at: parts.now(), kind: 'jira', ...entry, function: invocation.functionKey });
        return responseOf({ ...reply, headers: rest });
      },
    });
  };
}

/** Bodies are mostly texts: for them no stream is made. */
const bytesOf = async (body: BodyInit | null = null): Promise<Uint8Array<ArrayBuffer>> =>
  typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(await new Response(body).arrayBuffer());

type Asking = { readonly options: ProductOptions; readonly invocation: Invocation; readonly scope: string | undefined };

/** Who calls; or the proxy's refusal. */
function callerOf({ manifest, log }: JiraParts, { options, invocation, scope }: Asking): JiraCaller | Response {
  const refuse = (status: number, message: string, header: Record<string, string> = {}) => {
    log.write('error', invocation.functionKey, message);
    return json(status, { code: status, message }, header);
  };
  const granted = scope === undefined ? { allowImpersonation: true } : scopeOf(manifest, scope);
  if (!granted) return refuse(401, `Unauthorized; scope does not match: the manifest lacks ${String(scope)}`);
  if (options.provider === 'app') return { kind: 'app' };
  if (options.provider !== 'user') return refuse(401, 'Unauthorized: neither asApp() nor asUser()');
  const accountId = options.accountId ?? invocation.accountId;
  if (accountId === undefined) {
    const needed = { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' };
    return refuse(401, 'asUser() was called where no user is: name an account', needed);
  }
  if (accountId !== invocation.accountId && !granted.allowImpersonation) {
    return refuse(403, `Impersonation refused: the scope ${String(scope)} lacks allowImpersonation`);
  }
  return { kind: 'person', accountId, throughApp: true };
}

/**
 * Where Jira answers 409 to the later of two writers: documented for transitions and edits of issues, seen with what an issue holds.
 * https://developer.atlassian.com/cloud/jira/platform/change-notice-update-in-simultaneous-transitions-issue-api/ (read 2026-11)
 */
const CONTENDED = new Set(['jira.edit-issue', 'jira.transition', 'jira.comment', 'jira.edit-comment', 'jira.property']);

/** Jira's own words for the faults that answer. */
function refuseFor({ kind, retryAfterSeconds = 5 }: Fault): Response {
  if (kind === '429') {
    const headers = { 'retry-after': String(retryAfterSeconds), 'ratelimit-reason': 'jira-burst-based' };
    return json(429, { errorMessages: ['Rate limit exceeded.'], errors: {} }, headers);
  }
  const [status, message] = kind === '409' || kind === '500' ? TROUBLES[kind] : [400, 'Refused by the sandbox.'];
  return json(status, { errorMessages: [message], errors: {} });
}

const TROUBLES = {
  '409': [409, 'The issue is being changed by somebody else at the moment.'],
  '500': [500, 'Internal server error'],
} as const;
