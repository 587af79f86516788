import { ask } from './ask';
import type { Person } from './people';

export type Channel = 'whatsapp' | 'sms';
export type Project = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly serviceDeskId: string;
  readonly requestTypes: readonly { readonly id: string; readonly name: string }[];
};
export type SiteState = {
  readonly now: string;
  readonly site: { readonly url: string };
  readonly projects: readonly Project[];
  readonly people: readonly Person[];
};
export type Tick = 'sent' | 'delivered' | 'read' | 'failed';
export type PhoneMedia = {
  readonly kind: string;
  readonly caption?: string;
  readonly fileName?: string;
  readonly mimeType?: string;
  /** Its bytes are at `fileAddress`. */
  readonly file?: string;
};
export type PhoneMessage = {
  readonly id: string;
  readonly side: 'customer' | 'business';
  readonly channel: Channel;
  readonly from: string;
  readonly to: string;
  readonly text?: string;
  readonly media?: PhoneMedia;
  readonly template?: unknown;
  /** Id of the message that it replies to. */
  readonly quotes?: string;
  readonly buttons?: readonly { readonly text: string; readonly url?: string; readonly code?: string }[];
  readonly at: string;
  readonly status?: Tick;
  /** The customer's emoji on it. */
  readonly reaction?: string;
  readonly edited?: true;
  readonly deleted?: true;
};
export type PhoneOwner = { readonly number: string; readonly name: string };
export type Console = {
  readonly id: string;
  readonly title: string;
  readonly credentials: Readonly<Record<string, string>>;
  readonly numbers: readonly { readonly channel: Channel; readonly number: string; readonly receiver: string }[];
  readonly webhook: { readonly url?: string; readonly lastStatus?: number };
  readonly staffWrite: boolean;
};
export type Fault = {
  readonly at: string;
  readonly kind: string;
  readonly times: number;
  readonly retryAfterSeconds?: number;
};
/** What passed between the app and its platform, one by one; which fields there are depends on `kind`. */
export type LedgerEntry = {
  readonly at: string;
  readonly kind: 'invocation' | 'kvs' | 'queue' | 'jira' | 'carrier';
  readonly function?: string;
  readonly ms?: number;
  readonly method?: string;
  readonly path?: string;
  readonly status?: number;
  readonly provider?: string;
};
/** What the customer writes; `identity` is what WhatsApp tells the business about them. */
export type Outgoing = {
  readonly channel: Channel;
  readonly to: string;
  readonly text?: string;
  readonly media?: Omit<PhoneMedia, 'file'> & { readonly base64?: string };
  readonly identity?: 'phone' | 'user-id' | 'both';
  readonly quotes?: string;
  /** The text is a quick reply of the message it quotes. */
  readonly pressed?: boolean;
};
export type Invocation = {
  readonly as: string;
  readonly module: string;
  readonly issueKey?: string;
  readonly projectKey?: string;
  readonly call: string;
  readonly input: unknown;
};

export type Backstage = {
  readonly do: 'clone' | 'move' | 'merge';
  readonly as: string;
  readonly issueKey: string;
  readonly to?: string;
};

const api = '/sandbox/api';
const phone = (number: string) => `${api}/phones/${encodeURIComponent(number)}/messages`;

/** Where the bytes of a phone's file are. */
export const fileAddress = (file: string): string => `${api}/files/${file}`;

/** The sandbox's own interface (docs/sandbox.md), as this page uses it. */
export const sandbox = {
  state: () => ask<SiteState>(`${api}/state`),
  phones: () => ask<{ phones: readonly PhoneOwner[] }>(`${api}/phones`),
  consoles: () => ask<{ carriers: readonly Console[] }>(`${api}/carriers`),
  setWebhook: (provider: string, url: string) =>
    ask<{ ok: boolean; message: string }>(`${api}/carriers/${provider}/webhook`, { method: 'POST', body: { url } }),
  staffWrite: (provider: string, message: { from: string; to: string; text: string }) =>
    ask<{ id: string }>(`${api}/carriers/${provider}/messages`, { method: 'POST', body: message }),
  ledger: (since: string) =>
    ask<{ entries: readonly LedgerEntry[] }>(`${api}/ledger/entries?since=${since}&without=kvs,queue,sweep-heads`),
  messages: (number: string) => ask<{ messages: readonly PhoneMessage[] }>(phone(number)),
  write: (number: string, message: Outgoing) => ask<{ id: string }>(phone(number), { method: 'POST', body: message }),
  advance: (duration: string) => ask(`${api}/clock`, { method: 'POST', body: { advance: duration } }),
  faults: () => ask<readonly Fault[]>(`${api}/faults`),
  breakIt: (plan: readonly Fault[]) => ask(`${api}/faults`, { method: 'POST', body: plan }),
  repair: () => ask(`${api}/faults`, { method: 'DELETE' }),
  /** What Jira's own screens do to a request; answers its key from now on. */
  backstage: (wish: Backstage) => ask<{ issueKey: string }>(`${api}/backstage`, { method: 'POST', body: wish }),
  invoke: (invocation: Invocation) => ask<unknown>(`${api}/invoke`, { method: 'POST', body: invocation }),
};
