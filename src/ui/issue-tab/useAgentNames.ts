import { useEffect, useRef, useState } from 'react';
import { requestJira } from '@forge/bridge';
import type { MessageView } from '../../contract/views';

export type Names = Readonly<Record<string, string>>;

/**
 * Display names of agents, by account id. Asked of Jira as the person who looks, once per agent: each sees
 * the names they may see, and OmniChat stores none. A name Jira does not tell is left out.
 */
export function useAgentNames(accountIds: readonly string[]): Names {
  const [names, setNames] = useState<Names>({});
  const asked = useRef(new Set<string>());
  useEffect(() => {
    for (const accountId of accountIds) {
      if (asked.current.has(accountId)) continue;
      asked.current.add(accountId);
      void nameOf(accountId).then((name) => {
        if (name !== undefined) setNames((known) => ({ ...known, [accountId]: name }));
      });
    }
  }, [accountIds]);
  return names;
}

/** The agents among the authors whose names the view does not tell. */
export const unnamedAgents = (messages: readonly MessageView[]): readonly string[] =>
  messages.flatMap(({ author }) => (author.kind === 'agent' && author.name === undefined ? [author.accountId] : []));

async function nameOf(accountId: string): Promise<string | undefined> {
  try {
    const answer = await requestJira(`/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`);
    return answer.ok ? displayName(await answer.json()) : undefined;
  } catch {
    // The row then says "Agent": a name is not worth an error on the screen.
    return undefined;
  }
}

function displayName(user: unknown): string | undefined {
  if (typeof user !== 'object' || user === null || !('displayName' in user)) return undefined;
  return typeof user.displayName === 'string' ? user.displayName : undefined;
}
