import type { JiraDoor } from '../../sandbox/doors';
import { readJson } from '../../sandbox/world/readJson';

/** A person of the site calling Jira's REST, as the issue view would. @throws when Jira refuses. */
export type JiraPerson = (method: string, url: string, body?: unknown) => Promise<unknown>;

export const jiraPerson =
  (door: JiraDoor, accountId: string): JiraPerson =>
  async (method, url, body) => {
    const reply = await door({
      method,
      url,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: body === undefined ? '' : JSON.stringify(body),
      caller: { kind: 'person', accountId, throughApp: false },
    });
    const text = typeof reply.body === 'string' ? reply.body : new TextDecoder().decode(reply.body);
    if (reply.status >= 400) throw new Error(`Jira answers ${reply.status} to ${method} ${url}: ${text}`);
    return text === '' ? undefined : readJson(text);
  };
