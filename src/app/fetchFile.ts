import type { MediaFailureReason, MediaRef } from '../domain/content';
import type { ConnectionId } from '../domain/ids';
import { fail, ok, type Result } from '../domain/result';
import type { Gateway, Provider, ProviderRequest } from '../providers/provider';
import { ask } from './ask';
import type { App } from './call';
import type { Bytes, FileAnswer } from './ports';

/** A large video over a slow line: the function that fetches files has five minutes. */
const TIMEOUT_MS = 110_000;
/** Where a file lies is a small question. */
const LOCATE_MS = 10_000;
/** Providers lead on once, to where the file lies; more than this is a circle. */
const HOPS = 4;
/** What the app's memory holds beside everything else: the runtime has 512 MB, and a form doubles the bytes. */
export const MOST_BYTES = 64 * 1_024 * 1_024;

export type Source = {
  readonly connection: ConnectionId;
  readonly provider: Provider;
  readonly gateway: Gateway;
  readonly maxBytes: number;
};
export type Fetched = { readonly bytes: Bytes; readonly mimeType: string | undefined };
/**
 * Why there is no file, or until when (epoch ms) the provider wants to be left alone. `not-there`: perhaps not yet, since some
 * webhooks come before their file can be had.
 */
export type NotFetched = MediaFailureReason | 'not-there' | { readonly restingUntil: number };

/**
 * Fetches a customer's file from its provider: only from hosts that the provider names, with the credentials only where
 * it wants them, and never more bytes than may be kept. What a payload calls an address is not believed.
 */
export async function fetchFile(app: App, source: Source, media: MediaRef): Promise<Result<Fetched, NotFetched>> {
  if (media.providerId === '') return fail('gone');
  const now = new Date(app.ports.clock.now());
  const requests = source.gateway.media;
  const first = requests?.toRequest(media, now);
  if (!first) return fail('wrong-host');
  const located = requests?.locate ? await locate(app, source, first) : ok(first);
  return located.ok ? followRedirects(app, source, located.value) : located;
}

async function locate(
  app: App,
  { connection, provider, gateway }: Source,
  request: ProviderRequest,
): Promise<Result<ProviderRequest, NotFetched>> {
  if (!isOfProvider(provider, request.url)) return fail('wrong-host');
  const asked = await ask(app, { connection, errand: 'files' }, () => app.ports.http.send(request, LOCATE_MS));
  if (asked.kind === 'resting') return fail({ restingUntil: asked.until });
  if (asked.kind !== 'answered') return fail('no-answer');
  const next = gateway.media?.locate?.(asked.answer, new Date(app.ports.clock.now()));
  return next ? ok(next) : fail(reasonOf(asked.answer.status));
}

type Limits = Pick<Source, 'connection' | 'provider' | 'maxBytes'>;

async function followRedirects(app: App, limits: Limits, first: ProviderRequest): Promise<Result<Fetched, NotFetched>> {
  let request = first;
  for (let hop = 0; hop <= HOPS; hop += 1) {
    if (!isOfProvider(limits.provider, request.url)) return fail('wrong-host');
    const answer = await download(app, limits, request);
    if (!answer.ok) return answer;
    const next = redirected(request, answer.value);
    if (!next) return fileIn(answer.value);
    request = next;
  }
  return fail('wrong-host');
}

async function download(
  app: App,
  { connection, maxBytes }: Limits,
  request: ProviderRequest,
): Promise<Result<FileAnswer, NotFetched>> {
  const { clock, http } = app.ports;
  const startedAt = clock.now();
  const asked = await ask(app, { connection, errand: 'files' }, () =>
    http.download(request, { timeoutMs: TIMEOUT_MS, maxBytes }),
  );
  if (asked.kind === 'answered') return ok(asked.answer);
  if (asked.kind === 'resting') return fail({ restingUntil: asked.until });
  return fail(clock.now() - startedAt >= TIMEOUT_MS ? 'too-slow' : 'no-answer');
}

/** The next request of a redirect: at another host without the credentials. */
function redirected(request: ProviderRequest, { status, headers }: FileAnswer): ProviderRequest | undefined {
  if (status < 300 || status >= 400 || !headers.location || !URL.canParse(headers.location, request.url))
    return undefined;
  const url = new URL(headers.location, request.url);
  const isSame = url.origin === new URL(request.url).origin;
  return { method: 'GET', url: url.href, headers: isSame ? request.headers : {} };
}

function fileIn({ status, headers, body }: FileAnswer): Result<Fetched, NotFetched> {
  if (status < 200 || status >= 300) return fail(reasonOf(status));
  if (body === 'too-large') return fail('too-large');
  if (body.byteLength === 0) return fail('gone');
  return ok({ bytes: body, mimeType: headers['content-type']?.split(';')[0]?.trim().toLowerCase() });
}

function reasonOf(status: number): NotFetched {
  // A webhook may come some seconds before its file can be had; Twilio then says https://www.twilio.com/docs/api/errors/20404.
  if (status === 404) return 'not-there';
  if (status === 410) return 'gone';
  return status >= 500 ? 'no-answer' : 'refused';
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
