import { basicAuth, type Person } from '../api/people';
import { sandbox } from '../api/sandbox';
import { subscribeChannel } from '../live';
import { copyDoc, type ForgeDoc } from './forgeDoc';

/** Where a screen stands in Jira. */
export type Place = {
  readonly module: string;
  readonly person: Person;
  readonly projectId: string;
  readonly projectKey: string;
  readonly issue?: { readonly id: string; readonly key: string; readonly type?: string };
};
export type Flag = {
  readonly id: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
};

/** What a screen's bridge does on the page. */
export type Host = {
  readonly place: Place;
  readonly siteUrl: string;
  readonly draw: (doc: ForgeDoc) => void;
  readonly flag: (flag: Flag) => void;
  readonly unflag: (id: string) => void;
  readonly navigate: (path: string) => void;
  readonly refresh: () => void;
  readonly failed: (sentence: string) => void;
  /** The answer of every call, for the page's own guide. */
  readonly called: (call: string, answer: unknown) => void;
};

type Command = (host: Host, payload: never) => unknown;
type ProductFetch = {
  readonly restPath: string;
  readonly fetchRequestInit: { method?: string; body?: string | null; headers: [string, string][] };
  readonly isMultipartFormData?: boolean;
};

/** The commands of @forge/bridge that this product answers. */
const commands: Readonly<Record<string, Command>> = {
  reconcile: (host, { forgeDoc }: { forgeDoc: ForgeDoc }) => host.draw(copyDoc(forgeDoc)),
  getContext: (host) => contextOf(host),
  invoke: (host, { functionKey, payload }: { functionKey: string; payload?: unknown }) =>
    invoke(host, functionKey, payload),
  subscribeRealtimeChannel: (
    _host,
    asked: { channelName: string; onEvent: (payload: unknown) => void; options?: { token?: string } },
  ) =>
    subscribeChannel(asked.channelName, asked.options?.token, (payload) => setTimeout(() => asked.onEvent(payload), 0)),
  fetchProduct: (host, request: ProductFetch) => fetchProduct(host, request),
  showFlag: (host, flag: Flag) => host.flag(flag),
  closeFlag: (host, { id }: { id: string }) => host.unflag(id),
  navigate: (host, { url }: { url?: string }) => url !== undefined && host.navigate(url),
  getUrl: () => location.href,
  refresh: (host) => host.refresh(),
  reload: (host) => host.refresh(),
  onError: (host, { error }: { error: unknown }) => host.failed(error instanceof Error ? error.message : String(error)),
  enableTheming: () => undefined,
  emitReadyEvent: () => undefined,
  on: () => ({ unsubscribe: () => undefined }),
  emit: () => undefined,
  trackObjectStoreAction: () => undefined,
};

/** The bridge of one screen. An unknown command rejects in the screen and is reported: nothing is answered by guess. */
export const bridgeOf = (host: Host) => ({
  callBridge: async (name: string, payload: unknown = {}): Promise<unknown> => {
    const command = commands[name];
    if (command) return command(host, payload as never);
    const sentence = `The screen called the bridge command “${name}”, which the sandbox does not know.`;
    host.failed(sentence);
    throw new Error(sentence);
  },
});

async function invoke(host: Host, call: string, input: unknown = {}): Promise<unknown> {
  const { place } = host;
  const answer = await sandbox.invoke({
    as: place.person.email,
    module: place.module,
    projectKey: place.projectKey,
    ...(place.issue && { issueKey: place.issue.key }),
    call,
    input,
  });
  host.called(call, answer);
  return answer;
}

function contextOf({ place, siteUrl }: Host) {
  const project = { id: place.projectId, key: place.projectKey, type: 'service_desk' };
  return {
    accountId: place.person.accountId,
    cloudId: 'sandbox',
    environmentType: 'DEVELOPMENT',
    locale: navigator.language,
    localId: `${place.module}-${place.issue?.id ?? place.projectId}`,
    moduleKey: place.module,
    siteUrl,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    extension: { type: extensionTypes[place.module], project, ...(place.issue && { issue: place.issue }) },
  };
}

const extensionTypes: Readonly<Record<string, string>> = {
  'issue-tab': 'jira:issueActivity',
  'context-panel': 'jira:issueContext',
  settings: 'jira:projectSettingsPage',
};

/** Forms cross the bridge as JSON: the part `file` in base64, its name and type beside it (@forge/bridge 7, fetch.js). */
function formOf(json: string): FormData {
  const { file = '', __fileName: name = 'file', __fileType: type = '' } = JSON.parse(json) as Record<string, string>;
  const bytes = Uint8Array.from(atob(file.replace(/^data:[^,]*,/, '')), (character) => character.charCodeAt(0));
  const form = new FormData();
  form.append('file', new Blob([bytes], { type }), name);
  return form;
}

async function fetchProduct({ place }: Host, { restPath, fetchRequestInit, isMultipartFormData }: ProductFetch) {
  const { method = 'GET', headers: given } = fetchRequestInit;
  const body = isMultipartFormData ? formOf(fetchRequestInit.body ?? '{}') : fetchRequestInit.body;
  // A form brings its own type, with its boundary.
  const headers = given.filter(([name]) => !isMultipartFormData || name.toLowerCase() !== 'content-type');
  const response = await fetch(restPath, {
    method,
    headers: { ...Object.fromEntries(headers), ...basicAuth(place.person) },
    ...(body !== null && body !== undefined && { body }),
  });
  return {
    body: await response.text(),
    headers: Object.fromEntries(response.headers.entries()),
    status: response.status,
    statusText: response.statusText,
    isAttachment: false,
  };
}
