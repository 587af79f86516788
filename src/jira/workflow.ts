import { z } from 'zod';
import type { Cache, Jira } from '../app/ports';
import type { ProjectId } from '../domain/ids';
import { ask, mapOutcome, type JiraOutcome } from './outcome';
import { remembered } from './remembered';

type Ports = { readonly jira: Jira; readonly cache: Cache };

const MINUTE_MS = 60_000;
const Names = z.array(z.string());
const Named = z.object({ name: z.string() });

/** Names of every status a request of the project can have, each once: issue types share them. */
export function statusNames({ jira, cache }: Ports, project: ProjectId): Promise<JiraOutcome<readonly string[]>> {
  const memory = { key: `jira:statuses:${project}`, lifeMs: MINUTE_MS, shape: Names };
  return remembered(cache, memory, async () => {
    const path = `/rest/api/3/project/${project}/statuses`;
    const types = z.array(z.object({ statuses: z.array(Named) }));
    const read = await ask(jira, { method: 'GET', path, as: 'app' }, types);
    return mapOutcome(read, (all) => [...new Set(all.flatMap(({ statuses }) => statuses.map(({ name }) => name)))]);
  });
}

export function resolutionNames({ jira, cache }: Ports): Promise<JiraOutcome<readonly string[]>> {
  return remembered(cache, { key: 'jira:resolutions', lifeMs: MINUTE_MS, shape: Names }, async () => {
    const read = await ask(jira, { method: 'GET', path: '/rest/api/3/resolution', as: 'app' }, z.array(Named));
    return mapOutcome(read, (all) => all.map(({ name }) => name));
  });
}
