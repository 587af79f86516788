/** The door the Forge SDKs talk through, scripted: what passed is kept, what comes back is given. Not a fake of the store. */
export type Passed = {
  readonly options: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
};

type Init = { readonly body?: string; readonly headers?: Record<string, string>; readonly signal?: AbortSignal };
type Answer = (passed: Passed) => Response | Promise<Response>;

export const installation = 'installation-1';

/** Answers every call of the SDKs with `answer` until the test ends; returns what passed. */
export function openDoor(answer: Answer, { installationId = installation, remainingMs = 20_000 } = {}): Passed[] {
  const passed: Passed[] = [];
  enterRuntime(
    installationId,
    (options: Passed['options'], path: string, init: Init = {}) => {
      const body: unknown = init.body === undefined ? undefined : JSON.parse(init.body);
      const call = { options, path, body, headers: init.headers ?? {}, ...(init.signal && { signal: init.signal }) };
      passed.push(call);
      return Promise.resolve(call).then(answer);
    },
    remainingMs,
  );
  return passed;
}

/** What the SDKs read at every call. */
export function enterRuntime(installationId: string, door: (...call: never[]) => unknown, remainingMs = 20_000): void {
  Object.assign(globalThis, { __forge_runtime__: runtime(installationId, remainingMs), __forge_fetch__: door });
}

export function closeDoor(): void {
  Object.assign(globalThis, { __forge_runtime__: undefined, __forge_fetch__: undefined });
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers });

export const nothing = (status = 200): Response => new Response(status === 204 ? null : '', { status });

/** Never answers. */
export const silence = (): Promise<Response> => new Promise(() => undefined);

function runtime(installationId: string, remainingMs: number) {
  const ignore = () => undefined;
  const metric = { incr: ignore, measure: () => ({ stop: ignore }), set: ignore };
  return {
    contextAri: 'ari:cloud:jira::site/site-1',
    appContext: {
      appId: 'app-1',
      appVersion: '1.0.0',
      environmentId: 'environment-1',
      environmentType: 'DEVELOPMENT',
      invocationId: 'invocation-1',
      installationId,
      functionKey: 'function-1',
      moduleKey: 'module-1',
      moduleType: 'test',
    },
    lambdaContext: { awsRequestId: 'request-1', getRemainingTimeInMillis: () => remainingMs },
    realtime: {},
    metrics: { counter: () => metric, timing: () => metric, gauge: () => metric },
    featureFlags: () => false,
  };
}
