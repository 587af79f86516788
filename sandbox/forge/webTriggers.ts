import type { HttpCall, HttpReply, WebTriggerDoor } from '../doors';
import type { Ledger } from '../ledger';
import type { Ended, Functions } from './functions';
import { bytesOf, textOf, textReply } from './httpCall';
import type { PlatformLog } from './log';
import { type Manifest, modulesOf } from './manifest';
import { contextAriOf } from './runtime';

const LIMIT_MS = 55_000;
const MAX_BYTES = 5 * 1024 * 1024;
const METHODS = new Set(['GET', 'POST', 'PUT', 'DELETE', 'PATCH']);

type TriggerParts = {
  readonly manifest: Manifest;
  readonly functions: Functions;
  readonly ledger: Ledger;
  readonly log: PlatformLog;
  readonly baseUrl: string;
  readonly cloudId: string;
};

export const webTriggerUrlOf = (baseUrl: string, moduleKey: string) => `${baseUrl}/webtrigger/${moduleKey}`;

/** The app's web triggers, with dynamic answers, under `<base URL>/webtrigger/<module key>/…`. */
export function createWebTriggers(parts: TriggerParts): WebTriggerDoor {
  return async (call) => {
    const url = new URL(call.url);
    const [, key = '', userPath = ''] = /^\/webtrigger\/([^/]+)(.*)$/.exec(url.pathname) ?? [];
    const trigger = modulesOf(parts.manifest, 'webtrigger').find((one) => one.key === key);
    if (!trigger?.function) return textReply(404, 'no such web trigger');
    if (!METHODS.has(call.method)) return textReply(405, 'method not allowed');
    if (bytesOf(call.body) > MAX_BYTES) return textReply(413, 'the request is larger than 5 MB');
    const ended = await parts.functions.invoke({
      functionKey: trigger.function,
      module: { key, type: 'webtrigger' },
      args: [requestOf(call, url, userPath), { installContext: contextAriOf(parts.cloudId) }],
      limitMs: LIMIT_MS,
    });
    parts.ledger.ack = { roundTrips: ended.roundTrips, ms: ended.ms };
    return answerOf(parts, trigger.function, ended);
  };
}

/** The request as functions get it (Forge web trigger reference, read 2026-08): texts, and a list for every header and parameter. */
function requestOf(call: HttpCall, url: URL, userPath: string) {
  const headers = Object.entries(call.headers).map(([name, value]) => [spelled(name), [value]] as const);
  return {
    method: call.method,
    path: url.pathname,
    userPath,
    headers: Object.fromEntries(headers),
    queryParameters: parametersOf(url),
    body: textOf(call.body),
  };
}

/** The platform mixes the case of header names: so must the sandbox, lest somebody relies on one. */
const spelled = (name: string) =>
  /^(content-|host$|user-agent$)/.test(name) ? name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()) : name;

/** Values are split at commas and come in no order. */
function parametersOf(url: URL): Record<string, string[]> {
  const parameters: Record<string, string[]> = {};
  for (const [name, value] of url.searchParams) (parameters[name] ??= []).unshift(...value.split(',').reverse());
  return parameters;
}

function answerOf({ log }: TriggerParts, functionKey: string, { outcome }: Ended): HttpReply {
  if (outcome.kind !== 'returned') return textReply(500, 'the function failed');
  const answer = outcome.value;
  if (isAnswer(answer)) {
    const headers = Object.entries(answer.headers ?? {}).map(([name, values]) => [
      name.toLowerCase(),
      values.join(', '),
    ]);
    return {
      status: answer.statusCode,
      headers: Object.fromEntries(headers) as Record<string, string>,
      body: answer.body ?? '',
    };
  }
  log.write('error', functionKey, 'a web trigger answers { statusCode, headers?: { name: [value] }, body?: text }');
  return textReply(500, 'the function gave no valid answer');
}

type Answer = { readonly statusCode: number; readonly headers?: Record<string, string[]>; readonly body?: string };

function isAnswer(value: unknown): value is Answer {
  if (typeof value !== 'object' || value === null) return false;
  const { statusCode, headers = {}, body = '' } = value as Record<string, unknown>;
  if (!Number.isInteger(statusCode) || (statusCode as number) < 100 || (statusCode as number) > 599) return false;
  if (typeof body !== 'string' || typeof headers !== 'object' || headers === null) return false;
  return Object.values(headers).every((list) => Array.isArray(list) && list.every((one) => typeof one === 'string'));
}
