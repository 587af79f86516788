import type { Chance } from '../chance';
import type { ProductEvent } from '../doors';
import type { Felt } from '../faults';
import type { JiraState, Person } from './model/state';
import type { Json } from './read';

/** The site as its parts see it. */
export type Site = {
  readonly state: JiraState;
  readonly chance: Chance;
  readonly emit: (event: ProductEvent) => void;
  readonly baseUrl: string;
  readonly appAccountId: string;
  readonly indexed: readonly IndexedProperty[];
  now(): number;
  indexLagMs(): number;
  readonly felt?: Felt;
};

/** A value of an entity property that search knows: the manifest's `jira:entityProperty`. */
export type IndexedProperty = {
  readonly propertyKey: string;
  readonly path: string;
  readonly type: 'string' | 'text' | 'number' | 'date' | 'user';
  readonly searchAlias?: string;
};

/** Who changes something, and how the product event will tell it. */
export type Actor = {
  readonly person: Person;
  /** The app with its own account: events of such writes are `selfGenerated`. */
  readonly asApp: boolean;
  /** Value of X-Atlassian-Webhook-Trace, echoed only to the app that sent it. */
  readonly trace?: string;
};

/** One call, read: who, what, and with which body. */
export type JiraCall = {
  readonly site: Site;
  readonly actor: Actor;
  readonly me: Person;
  /** 2 speaks wiki markup where 3 speaks ADF. */
  readonly version: 2 | 3;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
  /** The body as sent, for calls whose body is any JSON value. */
  readonly rawBody: unknown;
  /** Of a multipart form. */
  readonly files: readonly UploadedFile[];
};

export type UploadedFile = { readonly name: string; readonly mimeType: string; readonly bytes: Uint8Array };

/** The named path parameter of the matched route. */
export function param(call: JiraCall, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`the route has no parameter ${name}`);
  return value;
}
