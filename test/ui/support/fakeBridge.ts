/**
 * What a browser and Jira's page give a UI Kit screen: the bridge, `self`, and the locale files. Import this before the
 * screen: @forge/bridge takes the bridge when it loads.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ForgeDoc } from './forgeDoc';

type Command = (input: never) => unknown;
type Event = (payload: unknown, error?: Error) => void;

type ProductCall = {
  readonly restPath: string;
  readonly isMultipartFormData?: boolean;
  readonly fetchRequestInit?: { readonly body?: string };
};

export type Subscription = { channel: string; token: string | undefined; onEvent: Event; ended: boolean };

/** One page with one screen. Everything in it is fresh for each test. */
export class FakePage {
  doc: ForgeDoc | undefined;
  readonly calls: { call: string; input: unknown }[] = [];
  readonly subscriptions: Subscription[] = [];
  /** What Jira tells, by path. */
  readonly jira: Record<string, unknown> = {
    '/rest/api/3/user?accountId=ben': { displayName: 'Ben Weber' },
    '/rest/api/3/project/SUP': { name: 'Customer Support' },
    '/rest/api/3/issue/SUP-1?fields=status': { fields: { status: { name: 'Resolved' } } },
  };
  readonly asked: string[] = [];
  /** The names and bytes of the files that Jira was sent. */
  readonly uploads: { name: string; text: string }[] = [];
  realtimeIsDown = false;

  constructor(
    private readonly answer: (call: string, input: unknown) => unknown,
    private readonly timezone = 'Europe/Berlin',
  ) {}

  readonly commands: Record<string, Command> = {
    // The screen's own tree comes first, and is the same object from then on.
    reconcile: ({ forgeDoc }: { forgeDoc: ForgeDoc }) => void (this.doc ??= forgeDoc),
    getContext: () => ({
      accountId: 'ben',
      locale: 'en-GB',
      timezone: this.timezone,
      extension: { issue: { id: '10001', key: 'SUP-1' } },
    }),
    invoke: ({ functionKey, payload }: { functionKey: string; payload: unknown }) => {
      this.calls.push({ call: functionKey, input: payload });
      return this.answer(functionKey, payload);
    },
    fetchProduct: ({ restPath, isMultipartFormData, fetchRequestInit }: ProductCall) => {
      this.asked.push(restPath);
      if (isMultipartFormData) {
        const part = JSON.parse(fetchRequestInit?.body ?? '') as { file: string; __fileName: string };
        const text = Buffer.from(part.file.split(',')[1] ?? '', 'base64').toString();
        this.uploads.push({ name: part.__fileName, text });
      }
      const body = this.jira[restPath];
      return body ? { status: 200, headers: {}, body: JSON.stringify(body) } : { status: 404, headers: {} };
    },
    subscribeRealtimeChannel: (asked: {
      channelName: string;
      onEvent: Event;
      options: { token?: string };
      isGlobal?: boolean;
    }) => {
      if (this.realtimeIsDown) throw new Error('realtime is down');
      if (!asked.isGlobal) throw new Error('a web trigger can only publish globally');
      const subscription = {
        channel: asked.channelName,
        token: asked.options.token,
        onEvent: asked.onEvent,
        ended: false,
      };
      this.subscriptions.push(subscription);
      return { unsubscribe: async () => void (subscription.ended = true) };
    },
  };
}

let page: FakePage | undefined;
export const show = (next: FakePage): void => void (page = next);

const callBridge = async (command: string, input: unknown): Promise<unknown> => {
  // The entry draws itself once when it is loaded, before any test: that page is never answered.
  if (!page) return new Promise(() => undefined);
  const run = page.commands[command];
  if (!run) throw new Error(`the page does not know the bridge command ${command}`);
  return run(input as never);
};

const LOCALES: Readonly<Record<string, unknown>> = {
  'i18n-info.json': { config: { locales: ['en-US'], fallback: { default: 'en-US' } } },
  'en-US.json': JSON.parse(readFileSync(join(__dirname, '../../../static/locales/en-US.json'), 'utf8')) as unknown,
};

const fetchLocale = async (address: string): Promise<Response> => {
  const file = LOCALES[address.replace('./__LOCALES__/', '')];
  return file ? Response.json(file) : new Response('', { status: 404 });
};

/** A page has an address, so a browser takes `new Request('')`; Node does not. */
class PageRequest extends Request {
  constructor(address: string, init?: RequestInit) {
    super(new URL(address, 'https://page.example.com'), init);
  }
}

/** What the bridge reads files with. */
class PageFileReader {
  result = '';
  onloadend: () => void = () => undefined;
  readAsDataURL(blob: Blob): void {
    void blob.arrayBuffer().then((bytes) => {
      this.result = `data:${blob.type};base64,${Buffer.from(bytes).toString('base64')}`;
      this.onloadend();
    });
  }
}

jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance', 'Date'] });
Object.assign(globalThis, {
  self: globalThis,
  __bridge: { callBridge },
  fetch: fetchLocale,
  Request: PageRequest,
  FileReader: PageFileReader,
});
