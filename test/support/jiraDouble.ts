import type { Cache, Jira, JiraAnswer, JiraRequest } from '../../src/app/ports';

/** One answer of the double: what it expects (`POST /rest/…`, up to the query) and what it says. */
export type Scripted = readonly [
  expected: string,
  answer: { status: number; body?: unknown; headers?: Record<string, string> } | 'silence',
];

/** A Jira that answers by a script, in order, and keeps what it was sent. Anything off the script is no answer. */
export function scriptedJira(...script: readonly Scripted[]): { jira: Jira; sent: JiraRequest[] } {
  const sent: JiraRequest[] = [];
  const jira: Jira = {
    async request(request): Promise<JiraAnswer> {
      const [expected, answer] = script[sent.length] ?? ['nothing', 'silence'];
      sent.push(request);
      const asked = `${request.method} ${request.path.split('?')[0] ?? ''}`;
      if (answer === 'silence') throw new Error('no answer came');
      if (asked !== expected) throw new Error(`the script expects ${expected}, not ${asked}`);
      return { status: answer.status, headers: answer.headers ?? {}, body: answer.body ?? '' };
    },
    upload: ({ file: _, ...upload }) => jira.request({ method: 'POST', ...upload }),
    download: async (request) => ({ ...(await jira.request({ method: 'GET', ...request })), body: new Uint8Array() }),
  };
  return { jira, sent };
}

/** A cache that forgets nothing. */
export function memoryCache(): Cache {
  const memory = new Map<string, unknown>();
  return {
    get: (key) => memory.get(key),
    set: (key, value) => void memory.set(key, value),
    drop: (key) => void memory.delete(key),
  };
}
