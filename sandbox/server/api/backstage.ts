import { Hono } from 'hono';
import { z } from 'zod';
import type { World } from '../../world';
import { Refused } from '../../world/refused';
import { inputOf } from '../input';

const key = (shape: RegExp, words: string) => z.string().regex(shape, words);
const IssueKey = key(/^[A-Z][A-Z0-9]*-\d+$/, 'is a key such as SUP-1');
const ProjectKey = key(/^[A-Z][A-Z0-9]{1,9}$/, 'is a project key such as OPS');
const Wish = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('clone'), as: z.string(), issueKey: IssueKey }),
  z.strictObject({ do: z.literal('move'), as: z.string(), issueKey: IssueKey, to: ProjectKey }),
  z.strictObject({ do: z.literal('merge'), as: z.string(), issueKey: IssueKey, to: IssueKey }),
]);
type Wish = z.infer<typeof Wish>;

/** `/backstage`: what people do to requests by Jira's own screens, for which it has no REST call that anybody here needs. */
export function backstageApi(world: World): Hono {
  const api = new Hono();
  api.post('/backstage', async (context) => {
    const wish = await inputOf(context, Wish);
    return context.json({ issueKey: await world.drive(() => Promise.resolve(done(world, wish))) });
  });
  return api;
}

/** The key of the request that there is now. A project that is not there yet is made. */
function done({ jira }: World, wish: Wish): string {
  const { backstage } = jira;
  const accountId = jira.accountFor(wish.as);
  if (!accountId) throw new Refused(`Nobody on this site is called ${wish.as}.`);
  const { issueKey } = wish;
  for (const asked of wish.do === 'merge' ? [issueKey, wish.to] : [issueKey]) {
    if (!jira.issue(asked)) throw new Refused(`There is no request ${asked}.`, 404);
  }
  switch (wish.do) {
    case 'clone':
      return backstage.clone(accountId, issueKey);
    case 'move':
      if (issueKey.startsWith(`${wish.to}-`)) throw new Refused(`${issueKey} is in ${wish.to} already.`);
      if (!jira.projects().some((project) => project.key === wish.to))
        backstage.addProject({ key: wish.to, name: wish.to });
      return backstage.move(accountId, issueKey, wish.to);
    case 'merge':
      if (issueKey === wish.to) throw new Refused('A request cannot be merged into itself.');
      backstage.merge(accountId, issueKey, wish.to);
      return wish.to;
  }
}
