import { createHmac } from 'node:crypto';
import type { Fault } from '../faults';
import type { Gate } from './gate';
import type { Invocation } from './invocation';
import type { PlatformLog } from './log';
import { json, jsonBody } from './reply';

const TOKEN_LIFE_SECONDS = 3_600;

export type Realtime = {
  /** Hears what is published on a global channel. With a token only what is published with the same claims. @throws Error for a bad token. */
  readonly subscribe: (
    channel: string,
    options: { readonly token?: string | undefined },
    listener: (payload: unknown) => void,
  ) => () => void;
  readonly door: (init: { readonly body?: unknown } | undefined) => Promise<Response>;
};

type RealtimeParts = {
  readonly gate: Gate;
  readonly log: PlatformLog;
  readonly now: () => number;
  readonly secret: string;
};
type Variables = {
  readonly name: string;
  readonly payload: string;
  readonly isGlobal?: boolean;
  readonly token?: string;
  readonly channelName: string;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly permissions?: readonly string[];
};
type Token = {
  readonly channel: { readonly name: string };
  readonly claims: Readonly<Record<string, unknown>>;
  readonly permissions?: readonly string[];
  readonly exp: number;
};

/** A channel is its name and, where tokens are used, the claims both sides show (Forge realtime authorization, read 2026-08). */
export function createRealtime(parts: RealtimeParts): Realtime {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const channelKey = (name: string, token: string | undefined, right: string) =>
    name + canonical(token === undefined ? {} : claimsFor(parts, token, { name, right }));

  const publish = ({ name, payload, isGlobal, token }: Variables, invocation: Invocation) => {
    if (!isGlobal && !invocation.fromScreen) return failed('a channel of a place can be reached from that place only');
    const heard = listeners.get(`${isGlobal ? '' : 'place:'}${channelKey(name, token, 'publish')}`);
    for (const listener of heard ?? []) listener(JSON.parse(payload) as unknown);
    if (!heard?.size) noteMismatch(parts.log, name, [...listeners.keys()]);
    const eventId = heard?.size ? `${parts.now()}` : null; // nobody listens: no event
    return json(200, {
      data: { ecosystem: { publishRealtimeChannel: { eventId, eventTimestamp: String(parts.now()) } } },
    });
  };

  return {
    subscribe(channel, { token }, listener) {
      const key = channelKey(channel, token, 'subscribe');
      const heard = listeners.get(key) ?? new Set();
      listeners.set(key, heard.add(listener));
      return () => {
        heard.delete(listener);
        if (heard.size === 0) listeners.delete(key);
      };
    },
    door(init) {
      const { query, variables } = jsonBody(init) as { query: string; variables: Variables };
      const isPublish = query.includes('publishRealtimeChannel');
      return parts.gate.pass({
        at: isPublish ? 'realtime.publish' : 'realtime.sign',
        refuse: refuseFor,
        perform: async (invocation) =>
          attempt(() => (isPublish ? publish(variables, invocation) : sign(parts, variables))),
      });
    },
  };
}

function sign({ secret, now }: RealtimeParts, { channelName, claims, permissions }: Variables): Response {
  const exp = Math.floor(now() / 1_000) + TOKEN_LIFE_SECONDS;
  const token: Token = { channel: { name: channelName }, claims, ...(permissions && { permissions }), exp };
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(token)}`;
  const forgeRealtimeToken = { jwt: `${signed}.${signatureOf(secret, signed)}`, expiresAt: exp };
  return json(200, { data: { ecosystem: { signRealtimeToken: { success: true, errors: null, forgeRealtimeToken } } } });
}

/** @throws Error for a token of another channel or right, out of date or forged. */
function claimsFor({ secret, now }: RealtimeParts, jwt: string, wanted: { name: string; right: string }) {
  const [head = '', payload = '', signature] = jwt.split('.');
  if (signature !== signatureOf(secret, `${head}.${payload}`)) throw new Error('INVALID_TOKEN');
  const token = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Token;
  if (now() / 1_000 >= token.exp) throw new Error('TOKEN_EXPIRED');
  if (token.channel.name !== wanted.name) throw new Error('CHANNEL_NAME_MISMATCH');
  if (token.permissions && !token.permissions.includes(wanted.right)) throw new Error('MISSING_PERMISSION');
  return token.claims;
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signatureOf = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('base64url');
const canonical = (claims: Readonly<Record<string, unknown>>) =>
  JSON.stringify(Object.entries(claims).sort(([one], [other]) => (one < other ? -1 : 1)));

function noteMismatch(log: PlatformLog, name: string, keys: readonly string[]): void {
  if (keys.some((key) => key.startsWith(`${name}[`)))
    log.write('warn', 'platform', `${name}: somebody listens, but with other claims`);
}

function attempt(work: () => Response): Response {
  try {
    return work();
  } catch (error) {
    return failed((error as Error).message);
  }
}
const failed = (message: string) => json(200, { data: null, errors: [{ message }] });

const refuseFor = ({ kind }: Fault) =>
  new Response('', {
    status: kind === '429' ? 429 : 500,
    statusText: kind === '429' ? 'Too Many Requests' : 'Refused',
  });
