import { useEffect, useRef, useState } from 'react';
import type { MessageView } from '../../contract/views';
import { textInJira } from '../shared/textInJira';

export type Names = Readonly<Record<string, string>>;

/** Display names of agents, by account id, each asked of Jira once. One that Jira does not tell is left out: the row then says _Agent_. */
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

const nameOf = (accountId: string): Promise<string | undefined> =>
  textInJira(`/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`, 'displayName');
