/**
 * The platform's verbs, not ours. `src/forge` binds them to Forge; tests bind nothing else: they run `src/forge` on the
 * sandbox's platform. `storage/` and `jira/` put our words over Store and Jira.
 */
export type Ports = {
  readonly store: Store;
  readonly jira: Jira;
  readonly http: Http;
  readonly files: Files;
  readonly queue: Queue;
  readonly live: Live;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly cache: Cache;
  readonly site: Site;
};

/** Where a record lies. Entities (`head`, `message`, `contact`, `revision`) have their own key space; the others are plain keys. */
export type Ref = { readonly entity?: EntityName; readonly key: string };
export type EntityName = 'head' | 'message' | 'contact' | 'revision';

/** A value as stored. Entity values are flat: indexed attributes beside `doc`. */
export type Stored = Readonly<Record<string, unknown>>;

export type Operation =
  /** With `ifRev` the entity must exist with exactly that `rev`. Never put a condition on a missing key. */
  | {
      readonly kind: 'put';
      readonly ref: Ref;
      readonly value: Stored;
      readonly ifRev?: number;
      readonly ttlSeconds?: number;
    }
  | { readonly kind: 'delete'; readonly ref: Ref }
  | { readonly kind: 'check'; readonly ref: Ref; readonly ifRev: number };

/**
 * Forge KVS (forge.md section 3). Keys: 1 to 500 characters of `[a-zA-Z0-9:._\s-#]`; values up to 240 KiB.
 * Every method rejects when the platform refuses or does not answer; error codes are never matched.
 */
export interface Store {
  /** Strictly consistent. Undefined when absent. */
  get(ref: Ref): Promise<Stored | undefined>;
  /** Strictly consistent per key, but no snapshot; at most 25 keys, any mix of entities and plain keys. Rejects when any key failed other than by being absent. */
  batch(refs: readonly Ref[]): Promise<readonly (Stored | undefined)[]>;
  /** All or nothing, at most 25 operations on distinct keys. A rejection leaves the outcome unknown: read again. */
  transact(operations: readonly Operation[]): Promise<void>;
  /** Creates the record unless it exists (FAIL_IF_EXISTS). False when it existed. */
  create(ref: Ref, value: Stored, ttlSeconds?: number): Promise<boolean>;
  /** Unconditional write. For records that are not conversations. */
  put(ref: Ref, value: Stored, ttlSeconds?: number): Promise<void>;
  delete(ref: Ref): Promise<void>;
  /** Eventually consistent: for lists and sweeps, never for a decision. */
  query(query: Query): Promise<Page>;
  getSecret(key: string): Promise<Stored | undefined>;
  setSecret(key: string, value: Stored): Promise<void>;
  /** False when it existed. */
  createSecret(key: string, value: Stored): Promise<boolean>;
  deleteSecret(key: string): Promise<void>;
}

export type Query =
  | { readonly kind: 'prefix'; readonly prefix: string; readonly limit: number; readonly cursor?: string }
  /** Heads whose `dueAt` is at or before the given ISO time, earliest first. */
  | { readonly kind: 'due'; readonly until: string; readonly limit: number; readonly cursor?: string };

export type Page = {
  readonly rows: readonly { readonly key: string; readonly value: Stored }[];
  readonly cursor?: string;
};

/** Who calls Jira: the app, the user of the current invocation, or an impersonated account (offline impersonation). */
export type As = 'app' | 'user' | { readonly account: string };

export type JiraRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** From `/rest/…` on; query and path parameters already encoded. */
  readonly path: string;
  readonly as: As;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** A redirect is the answer that is wanted. Otherwise the platform follows it. */
  readonly redirects?: 'manual';
};

/** `body` is the parsed JSON, or the text where it is none. Header names are lower-case. */
export type JiraAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
};

export interface Jira {
  /** Rejects only when no answer came within `timeoutMs` (default 20 000): then the outcome is unknown. */
  request(request: JiraRequest, timeoutMs?: number): Promise<JiraAnswer>;
  /** Sends a file as the form's part `file`. Rejects as `request` does, after 60 seconds. */
  upload(upload: JiraUpload): Promise<JiraAnswer>;
  /** Reads a file: `too-large` as soon as more than `maxBytes` are announced or came. Rejects as `request` does. */
  download(
    request: Pick<JiraRequest, 'path' | 'as'>,
    limits: { readonly timeoutMs: number; readonly maxBytes: number },
  ): Promise<FileAnswer>;
}

export type JiraUpload = {
  readonly path: string;
  readonly as: As;
  readonly file: { readonly name: string; readonly mimeType: string; readonly bytes: Bytes };
  readonly headers?: Readonly<Record<string, string>>;
};

export type Bytes = Uint8Array<ArrayBuffer>;

export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** Header names are lower-case. */
export type HttpAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export interface Http {
  /** Rejects only when no answer came within `timeoutMs`: then the outcome is unknown. */
  send(request: HttpRequest, timeoutMs: number): Promise<HttpAnswer>;
  /** The same for a body that is a file: `too-large` as soon as more than `maxBytes` are announced or came. */
  download(
    request: HttpRequest,
    limits: { readonly timeoutMs: number; readonly maxBytes: number },
  ): Promise<FileAnswer>;
}

export type FileAnswer = Omit<HttpAnswer, 'body'> & { readonly body: Bytes | 'too-large' };

/** Where files lie while a provider fetches them. */
export interface Files {
  /**
   * Puts a file where anybody who has the link can fetch it for an hour; then it is gone. Rejects when the platform refuses
   * or does not answer: then nobody knows the link.
   */
  publicLink(file: { readonly mimeType: string; readonly bytes: Bytes }): Promise<string>;
}

/** Wakes a performer for one head; `files`: the one that fetches files. At least once, in no order. */
export type Doorbell = { readonly head: string; readonly files?: true };

export interface Queue {
  /** `delaySeconds` up to 900. Rejects when the platform refuses: the sweep finds the head. */
  push(doorbell: Doorbell, delaySeconds: number): Promise<void>;
}

export interface Live {
  /** Tells open screens that something changed. Ids only. Never rejects: polling is the fallback. */
  publish(channel: string): Promise<void>;
  /** A token to subscribe to the channel, given after the permission check. Undefined when the platform gives none. */
  subscribeToken(channel: string): Promise<string | undefined>;
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  sleep(ms: number): Promise<void>;
  /** Milliseconds this invocation still has. */
  remainingMs(): number;
}

export interface Ids {
  /** A fresh random id of 128 bits, hex. */
  next(): string;
  /** An integer from 0 to below `limit`. */
  below(limit: number): number;
}

export interface Log {
  /** Ids and counts only: never bodies, phone numbers, names or tokens. */
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  error(event: string, facts?: LogFacts): void;
}

export type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;

/** Memory of this process, kept apart per installation: a warm process is reused across tenants. Lost at any time. */
export interface Cache {
  get(key: string): unknown;
  set(key: string, value: unknown, lifeMs: number): void;
  drop(key: string): void;
}

/** What the platform knows of this installation. */
export interface Site {
  /** Public address of the `inbound` web trigger, without a trailing slash: the same for the life of the installation. */
  webTriggerUrl(): Promise<string>;
}
