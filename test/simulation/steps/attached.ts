import { sampleOf } from '../../../sandbox/samples';
import type { Run } from '../books';
import { accountOf } from './doing';

type Attaching = { readonly agent: number; readonly issueKey: string; readonly token: string };

/** A PDF that an agent puts on a request: its name and its bytes end with the token. Undefined where Jira refuses. */
export async function attached(
  run: Run,
  { agent, issueKey, token }: Attaching,
): Promise<{ id: string; mediaId: string } | undefined> {
  const { bytes, mimeType } = sampleOf('document');
  const form = new FormData();
  const content = new Blob([Buffer.concat([bytes, Buffer.from(`\n%${token}`)])], { type: mimeType });
  form.append('file', content, `offer ${token}.pdf`);
  const part = new Response(form);
  const reply = await run.world.jira.door({
    method: 'POST',
    url: `/rest/api/3/issue/${issueKey}/attachments`,
    headers: { 'content-type': part.headers.get('content-type') ?? '', 'x-atlassian-token': 'no-check' },
    body: new Uint8Array(await part.arrayBuffer()),
    caller: { kind: 'person', accountId: accountOf(run, agent), throughApp: false },
  });
  if (reply.status !== 200) return undefined;
  const [{ id }] = JSON.parse(String(reply.body)) as [{ id: string }];
  const known = run.world.jira.issue(issueKey)?.attachments?.find((one) => one.id === id);
  return { id, mediaId: known?.mediaId ?? '' };
}
