import type { Run } from '../books';
import { rulesAt } from '../records';

type PublicComment = {
  readonly id: string;
  readonly issueKey: string;
  readonly token: string;
  readonly isPrefixed: boolean;
  readonly isAutomated: boolean;
};

/** What an agent or automation said publicly: on its way to the customer, or kept inside by the rules. */
export function bookComment(run: Run, { id, issueKey, token, isPrefixed, isAutomated }: PublicComment): void {
  const { bridge, bridgeAutomation } = rulesAt(run, issueKey);
  const isSent = (bridge === 'public' || (bridge === 'prefixed' && isPrefixed)) && (bridgeAutomation || !isAutomated);
  const at = run.world.agenda.now();
  if (isSent) run.books.comments.set(token, { id, issueKey, at, tokens: [token], resent: 0 });
  else run.books.inside.set(token, { id, issueKey, why: 'kept-by-rules', at });
}

export const prefixIn = (run: Run, issueKey: string, isPrefixed: boolean): string => {
  const { bridge, bridgePrefix } = rulesAt(run, issueKey);
  return bridge === 'prefixed' && isPrefixed ? `${bridgePrefix} ` : '';
};
