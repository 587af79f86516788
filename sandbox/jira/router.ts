import type { JiraCall } from './jiraCall';

/** What a route answers. `points` are those of jira.md 9.1; absent = one for the call and one for a returned object. */
export type Answer = {
  readonly status: number;
  readonly body?: unknown;
  readonly objects?: number;
  /** Objects of the kinds user, group and permission cost two points. */
  readonly costly?: true;
  /** A file instead of JSON. */
  readonly file?: { readonly bytes: Uint8Array; readonly mimeType: string };
  readonly headers?: Readonly<Record<string, string>>;
};
export type Route = { readonly method: string; readonly path: string; readonly run: (call: JiraCall) => Answer };

/** `GET /issue/:issue` and what answers it. */
export const route = (line: string, run: (call: JiraCall) => Answer): Route => {
  const [method = '', path = ''] = line.split(' ');
  return { method, path, run };
};

export const ok = (body: unknown, objects = 1): Answer => ({ status: 200, body, objects });
export const okPeople = (body: unknown, objects = 1): Answer => ({ status: 200, body, objects, costly: true });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const noContent = (): Answer => ({ status: 204 });

export type Match =
  | { readonly kind: 'route'; readonly route: Route; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: 'wrong-method' }
  | { readonly kind: 'unknown' };

/** Finds the route for a call; literal segments win over parameters because they are listed first. */
export function findRoute(routes: readonly Route[], method: string, path: string): Match {
  let seen = false;
  for (const one of routes) {
    const params = matchPath(one.path, path);
    if (!params) continue;
    seen = true;
    if (one.method === method) return { kind: 'route', route: one, params };
  }
  return { kind: seen ? 'wrong-method' : 'unknown' };
}

function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, segment] of wanted.entries()) {
    const value = given[at] ?? '';
    if (!segment.startsWith(':')) {
      if (segment !== value) return undefined;
    } else if (value === '') return undefined;
    else params[segment.slice(1)] = decodeURIComponent(value);
  }
  return params;
}
