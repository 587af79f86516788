import type { HttpCall, HttpReply, Internet } from '../doors';
import type { FaultKind } from '../faults';
import { httpHeaders } from './httpCall';
import type { Gate } from './gate';
import type { Invocation } from './invocation';
import type { PlatformLog } from './log';
import type { ObjectStore } from './objectStore';
import { backendHosts, type Manifest } from './manifest';
import { WholeResponse } from './wholeResponse';

// What the app may reach and how often: Forge Node runtime and invocation limits, read 2026-08.
const PORTS = new Set(['', '80', '8080', '443', '8443', '8444', '7990', '8089', '8090', '8085', '8060']);
const REQUESTS_PER_MINUTE = 100;
const MAX_REDIRECTS = 20;
/** Other faults of `carrier.*` are the carrier's own: it answers them in its own words. */
const KINDS: readonly FaultKind[] = ['timeout-before', 'timeout-after', 'crash-before', 'crash-after', 'slow'];

type EgressParts = {
  readonly manifest: Manifest;
  readonly internet: Internet;
  readonly gate: Gate;
  readonly log: PlatformLog;
  readonly objects?: Pick<ObjectStore, 'isUpload' | 'upload'>;
};
type Init = RequestInit & { readonly signal?: AbortSignal | null };

/** The `fetch` of the app: to declared hosts only. */
export function createFetch(parts: EgressParts): (input: unknown, init?: Init) => Promise<Response> {
  return async (input, init = {}) => {
    const request = new Request(input as string, { ...init, signal: null });
    const call: HttpCall = {
      method: request.method,
      url: request.url,
      headers: httpHeaders(request.headers),
      body: new Uint8Array(await request.arrayBuffer()),
    };
    const { objects } = parts;
    if (objects?.isUpload(call.url)) {
      const perform = async () => responseOf(objects.upload(call));
      const refuse = () => new Response('SlowDown', { status: 503 });
      return parts.gate.pass({
        at: 'objects.upload',
        kinds: [...KINDS, '500'],
        signal: init.signal ?? null,
        refuse,
        perform,
      });
    }
    const at = request.method === 'GET' || request.method === 'HEAD' ? 'carrier.read' : 'carrier.send';
    return parts.gate.pass({
      at,
      kinds: KINDS,
      signal: init.signal ?? (input instanceof Request ? input.signal : null),
      perform: (invocation) => send(parts, { call, invocation, redirect: request.redirect, hops: 0 }),
    });
  };
}

type Sending = {
  readonly call: HttpCall;
  readonly invocation: Invocation;
  readonly redirect: RequestRedirect;
  readonly hops: number;
};

async function send(parts: EgressParts, sending: Sending): Promise<Response> {
  const { call, invocation, redirect, hops } = sending;
  checkEgress(parts, call.url, invocation);
  const reply = await parts.internet(call).catch((cause: unknown) => {
    throw new TypeError('fetch failed', { cause });
  });
  const location = reply.status >= 300 && reply.status < 400 ? reply.headers.location : undefined;
  if (location === undefined || redirect === 'manual') return responseOf(reply);
  if (redirect === 'error' || hops >= MAX_REDIRECTS) throw new TypeError('fetch failed', { cause: 'redirected' });
  const next = { ...call, method: 'GET', body: '', url: new URL(location, call.url).href };
  return send(parts, { ...sending, call: next, hops: hops + 1 });
}

/** @throws Error for a host, protocol or port the app may not reach, or too many requests of one invocation. */
function checkEgress({ manifest, log }: EgressParts, url: string, invocation: Invocation): void {
  const { protocol, hostname, port } = new URL(url);
  if (protocol !== 'https:' || !PORTS.has(port) || !isDeclared(manifest, hostname)) {
    const message = `REQUEST_EGRESS_ALLOWLIST_ERR: ${protocol}//${hostname}${port && `:${port}`} is not declared in permissions.external.fetch.backend`;
    log.write('error', invocation.functionKey, message);
    throw new Error(message);
  }
  invocation.egressRequests += 1;
  const minutes = Math.ceil(invocation.limitMs / 60_000);
  if (invocation.egressRequests > REQUESTS_PER_MINUTE * minutes) {
    throw new Error(`an invocation makes at most ${REQUESTS_PER_MINUTE} requests per minute`);
  }
}

/** `*.example.com` covers every name below example.com, but not example.com itself. */
export function isDeclared(manifest: Manifest, hostname: string): boolean {
  const hosts = backendHosts(manifest).map((address) => address.replace(/^https:\/\//, '').split('/')[0] ?? '');
  return hosts.some((host) => (host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : host === hostname));
}

const BODILESS = new Set([101, 204, 205, 304]);

/** A reply of the sandbox as the app's `fetch` gives it. */
export function responseOf({ status, headers, body }: HttpReply): Response {
  if (BODILESS.has(status)) return new Response(null, { status, headers });
  return new WholeResponse(body, { status, headers });
}
