import type { Ports } from '../app/ports';
import { jiraOnlyRef } from './keys';

type Needs = Pick<Ports, 'store'>;

/** A public comment, by its origin, that the rules did not send when they saw it: it stays in Jira, whatever they say later. */
export const keepInJira = ({ store }: Needs, origin: string): Promise<void> =>
  store.put(jiraOnlyRef(origin), { version: 1 });

export const isKeptInJira = async ({ store }: Needs, origin: string): Promise<boolean> =>
  (await store.get(jiraOnlyRef(origin))) !== undefined;
