import type { EffectResult } from '../../domain/event';
import type { Composition } from '../../jira/compose';
import type { Run } from './mirror';

/** The cursor after these messages, and the comment that the next ones may join. */
export function copied(run: Run, added: Composition, comment: { id: string; hash: string }): EffectResult {
  const last = run.messages[added.taken - 1] ?? run.messages[0];
  return {
    kind: 'mirrored',
    upTo: added.taken === run.messages.length ? run.upTo : last.sequence,
    copy: { phase: 'comments', comment: { ...comment, lastAt: added.lastAt } },
  };
}
