import type { JiraCaller, JiraDoor } from '../doors';
import type { Platform } from '../forge/platform';
import { readJson } from './readJson';
import { Refused } from './refused';

/** What a screen would call: `as` is an e-mail address or account id, `module` a module key of the manifest. */
export type Invocation = {
  readonly as: string;
  readonly module: string;
  readonly issueKey?: string;
  readonly projectKey?: string;
  readonly call: string;
  readonly input?: unknown;
};

export type InvocationAnswer =
  | { readonly ok: true; readonly output: unknown }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

type Parts = {
  readonly platform: Platform;
  readonly door: JiraDoor;
  /** The account id of an e-mail address or account id; undefined when nobody has it. */
  readonly accountOf: (who: string) => string | undefined;
};

/** Calls the app as a screen does: with the context Jira would hand to the module. @throws Refused for a caller or place that does not exist. */
export async function invokeModule(parts: Parts, invocation: Invocation): Promise<InvocationAnswer> {
  const accountId = parts.accountOf(invocation.as);
  if (!accountId) throw new Refused(`Nobody on this site is called ${invocation.as}.`);
  const extension = await extensionOf({ door: parts.door, accountId }, invocation);
  const { module: moduleKey, call, input } = invocation;
  try {
    return answerOf(await parts.platform.invoke({ moduleKey, call, input: input ?? {}, accountId, extension }));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, error: { code: 'failed', message } };
  }
}

// jira:issueActivity, jira:issueContext and jira:projectSettingsPage hand these over: Forge module reference, read 2026-11.
const TYPES: Record<string, string> = {
  'issue-tab': 'jira:issueActivity',
  'context-panel': 'jira:issueContext',
  settings: 'jira:projectSettingsPage',
};

async function extensionOf(seen: Seen, invocation: Invocation): Promise<Record<string, unknown>> {
  const type = TYPES[invocation.module];
  if (!type) throw new Refused(`There is no module ${invocation.module}: use ${Object.keys(TYPES).join(', ')}.`);
  if (type === 'jira:projectSettingsPage') return { type, project: await projectOf(seen, invocation.projectKey) };
  if (!invocation.issueKey) throw new Refused(`The module ${invocation.module} needs an issueKey.`);
  const issue = await read(
    seen,
    `/rest/api/3/issue/${encodeURIComponent(invocation.issueKey)}?fields=project,issuetype`,
  );
  const { fields, id, key } = issue as { fields: IssueFields; id: string; key: string };
  const { project, issuetype } = fields;
  return {
    type,
    issue: { id, key, type: issuetype.name, typeId: issuetype.id },
    project: { id: project.id, key: project.key, type: 'service_desk' },
  };
}

type IssueFields = { project: { id: string; key: string }; issuetype: { id: string; name: string } };

async function projectOf(seen: Seen, projectKey: string | undefined) {
  if (!projectKey) throw new Refused('The module settings needs a projectKey.');
  const project = await read(seen, `/rest/api/3/project/${encodeURIComponent(projectKey)}`);
  const { id, key } = project as { id: string; key: string };
  return { id, key, type: 'service_desk' };
}

type Seen = { readonly door: JiraDoor; readonly accountId: string };

/** Reads as the app, else as the caller: the place exists whatever either may see; whether they may is the app's own question. */
async function read({ door, accountId }: Seen, url: string): Promise<unknown> {
  const ask = (caller: JiraCaller) =>
    door({ method: 'GET', url, headers: { accept: 'application/json' }, body: '', caller });
  const asApp = await ask({ kind: 'app' });
  const reply = asApp.status === 200 ? asApp : await ask({ kind: 'person', accountId, throughApp: false });
  if (reply.status !== 200) throw new Refused(`Jira answers ${reply.status} to ${url}.`);
  return readJson(reply.body);
}

function answerOf(raw: unknown): InvocationAnswer {
  const answer = raw as InvocationAnswer | null | undefined;
  if (answer && typeof answer === 'object' && typeof answer.ok === 'boolean') return answer;
  return { ok: false, error: { code: 'failed', message: 'The app did not answer in the shape of its contract.' } };
}
