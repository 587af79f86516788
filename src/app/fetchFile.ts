import type { MediaFailureReason, MediaRef } from '../domain/content';
import { fail, ok, type Result } from '../domain/result';
import type { Gateway, Provider, ProviderRequest } from '../providers/provider';
import type { App } from './call';
import type { Bytes, FileAnswer } from './ports';

/** A large video over a slow line: the function that fetches files has five minutes. */
const TIMEOUT_MS = 110_000;
/** Providers lead on once, to where the file lies; more than this is a circle. */
const HOPS = 4;
/** What the app's memory holds beside everything else: the runtime has 512 MB, and a form doubles the bytes. */
export const MOST_BYTES = 64 * 1_024 * 1_024;

export type Source = { readonly provider: Provider; readonly gateway: Gateway; readonly maxBytes: number };
export type Fetched = { readonly bytes: Bytes; readonly mimeType: string | undefined };

/**
 * Fetches a customer's file from its provider: only from hosts that the provider names, with the credentials only where
 * it wants them, and never more bytes than may be kept. What a payload calls an address is not believed.
 */
export async function fetchFile(
  app: App,
  { provider, gateway, maxBytes }: Source,
  media: MediaRef,
): Promise<Result<Fetched, MediaFailureReason>> {
  const now = new Date(app.ports.clock.now());
  const first = gateway.media?.toRequest(media, now);
  if (!first) return fail('wrong-host');
  const located = gateway.media?.locate ? await locate(app, { provider, gateway, maxBytes }, first) : ok(first);
  return located.ok ? follow(app, { provider, maxBytes }, located.value) : located;
}

async function locate(
  app: App,
  { provider, gateway }: Source,
  request: ProviderRequest,
): Promise<Result<ProviderRequest, MediaFailureReason>> {
  if (!isOfProvider(provider, request.url)) return fail('wrong-host');
  try {
    const answer = await app.ports.http.send(request, 10_000);
    const next = gateway.media?.locate?.(answer, new Date(app.ports.clock.now()));
    return next ? ok(next) : fail(reasonOf(answer.status));
  } catch {
    return fail('no-answer');
  }
}

type Limits = Pick<Source, 'provider' | 'maxBytes'>;

async function follow(app: App, limits: Limits, first: ProviderRequest): Promise<Result<Fetched, MediaFailureReason>> {
  let request = first;
  for (let hop = 0; hop <= HOPS; hop += 1) {
    if (!isOfProvider(limits.provider, request.url)) return fail('wrong-host');
    const answer = await download(app, request, limits.maxBytes);
    if (!answer.ok) return answer;
    const next = redirected(request, answer.value);
    if (!next) return fileIn(answer.value);
    request = next;
  }
  return fail('wrong-host');
}

async function download(
  { ports }: App,
  request: ProviderRequest,
  maxBytes: number,
): Promise<Result<FileAnswer, MediaFailureReason>> {
  const startedAt = ports.clock.now();
  try {
    return ok(await ports.http.download(request, { timeoutMs: TIMEOUT_MS, maxBytes }));
  } catch {
    return fail(ports.clock.now() - startedAt >= TIMEOUT_MS ? 'too-slow' : 'no-answer');
  }
}

/** The next request of a redirect: at another host without the credentials. */
function redirected(request: ProviderRequest, { status, headers }: FileAnswer): ProviderRequest | undefined {
  if (status < 300 || status >= 400 || !headers.location || !URL.canParse(headers.location, request.url))
    return undefined;
  const url = new URL(headers.location, request.url);
  const isSame = url.origin === new URL(request.url).origin;
  return { method: 'GET', url: url.href, headers: isSame ? request.headers : {} };
}

function fileIn({ status, headers, body }: FileAnswer): Result<Fetched, MediaFailureReason> {
  if (status < 200 || status >= 300) return fail(reasonOf(status));
  if (body === 'too-large') return fail('too-large');
  if (body.byteLength === 0) return fail('gone');
  return ok({ bytes: body, mimeType: headers['content-type']?.split(';')[0]?.trim().toLowerCase() });
}

function reasonOf(status: number): MediaFailureReason {
  if (status === 404 || status === 410) return 'gone';
  return status >= 500 || status === 429 ? 'no-answer' : 'refused';
}

/** Only https at the usual port, without credentials in the address, at a host that the provider's facts name. */
export function isOfProvider({ egress, mediaHosts = [] }: Provider, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password, origin } = new URL(address);
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return false;
  return [...egress, ...mediaHosts].some((host) =>
    host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : host === origin,
  );
}
