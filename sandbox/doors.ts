/** The shapes in which the parts of the sandbox talk to each other: HTTP as plain data. Header names are lower-case. */
export type HttpCall = {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
};
export type HttpReply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
};

/** The internet as the app sees it: by host, to a carrier. Rejects with an Error for a host nobody serves. */
export type Internet = (call: HttpCall) => Promise<HttpReply>;

/** Who calls Jira: the app, or a person by account id (in session or impersonated: Jira does not tell them apart). */
export type JiraCaller =
  { readonly kind: 'app' } | { readonly kind: 'person'; readonly accountId: string; readonly throughApp: boolean };

/** Jira's REST as everybody reaches it: the platform for the app, the page for people, the HTTP server for outside clients. `url` is path and query. */
export type JiraDoor = (call: HttpCall & { readonly caller: JiraCaller }) => Promise<HttpReply>;

/** A product event on its way out of Jira; the platform filters and delivers it. */
export type ProductEvent = { readonly eventType: string; readonly [field: string]: unknown };

/** The app's web triggers as the internet reaches them; `url` is the whole public address. */
export type WebTriggerDoor = (call: HttpCall) => Promise<HttpReply>;
