import type { As, Jira } from '../../src/app/ports';
import type { JiraCaller } from '../../sandbox/doors';
import type { JiraSite } from '../../sandbox/jira/site';

/** The Jira port over the sandbox's Jira. `user` is the account of the invocation. */
export const portOn = (site: JiraSite, user: string): Jira => ({
  async request({ method, path, as, body, headers }) {
    const reply = await site.door({
      method,
      url: path,
      caller: callerOf(as, user),
      headers: { 'content-type': 'application/json', ...lowerCased(headers ?? {}) },
      body: body === undefined ? '' : JSON.stringify(body),
    });
    const text = String(reply.body);
    return { ...reply, body: text === '' ? '' : (JSON.parse(text) as unknown) };
  },
  async upload({ path, as, file, headers }) {
    const form = new FormData();
    form.append('file', new Blob([file.bytes], { type: file.mimeType }), file.name);
    const part = new Response(form);
    const type = { 'content-type': part.headers.get('content-type') ?? '', 'x-atlassian-token': 'no-check' };
    const reply = await site.door({
      method: 'POST',
      url: path,
      caller: callerOf(as, user),
      headers: { ...lowerCased(headers ?? {}), ...type },
      body: new Uint8Array(await part.arrayBuffer()),
    });
    return { ...reply, body: JSON.parse(String(reply.body)) as unknown };
  },
  async download({ path, as }) {
    const reply = await site.door({ method: 'GET', url: path, caller: callerOf(as, user), headers: {}, body: '' });
    return { ...reply, body: new Uint8Array(Buffer.from(reply.body)) };
  },
});

function callerOf(as: As, user: string): JiraCaller {
  if (as === 'app') return { kind: 'app' };
  return { kind: 'person', accountId: as === 'user' ? user : as.account, throughApp: true };
}

const lowerCased = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
