import { useMemo } from 'react';
import { useAccountId } from '../shared/Viewer';
import { useAgentNames } from './useAgentNames';
import type { ShownConversation } from './useConversation';

/** The name that stands before what this agent writes: asked of Jira only where the rules want it there. */
export function useSignature({ agentName }: Pick<ShownConversation, 'agentName'>): string | undefined {
  const accountId = useAccountId();
  const asked = useMemo(() => (agentName && accountId !== undefined ? [accountId] : []), [agentName, accountId]);
  const names = useAgentNames(asked);
  return accountId !== undefined && agentName ? names[accountId] : undefined;
}
