import type { Actor, Site } from '../jiraCall';
import { refuse } from '../refusal';
import { categoryOf, TRANSITIONS, type Transition } from './catalogue';
import { addComment, type NewComment } from './comments';
import { emitCommented } from './events';
import { changeIssue, type IssueChange } from './issues';
import { may } from './permissions';
import type { Issue } from './state';

/** What the person can do with the issue now: staff by permission, customers what the portal shows. */
export function transitionsFor(site: Site, actor: Actor, issue: Issue): readonly Transition[] {
  const open = TRANSITIONS.filter((one) => one.from.includes(issue.statusId));
  return may({ site, me: actor.person }, 'TRANSITION_ISSUES', issue) ? open : [];
}
export const portalTransitions = (issue: Issue): readonly Transition[] =>
  TRANSITIONS.filter((one) => one.portal && one.from.includes(issue.statusId));

export type TransitionWish = {
  readonly issue: Issue;
  readonly transition: Transition;
  readonly change: IssueChange;
  readonly comments: readonly NewComment[];
};

/**
 * Moves the issue, with comments of the transition screen in the same instant. Entering Done sets a resolution, leaving
 * it clears it, as the JSM workflow does.
 */
export function doTransition(site: Site, actor: Actor, wish: TransitionWish): void {
  const { issue, transition, change } = wish;
  if (change.resolutionId !== undefined && !transition.screen)
    throw refuse(400, "Field 'resolution' cannot be set. It is not on the appropriate screen, or unknown.");
  const comments = wish.comments.map((comment) => addComment(site, actor, { issue, ...comment }));
  const move = () =>
    changeIssue(site, actor, { issue, change: { ...withResolution(issue, wish), statusId: transition.to } });
  const tell = () => comments.forEach((comment) => emitCommented(site, actor, { issue, comment }));
  const { commentEventFirst } = site.state.switches;
  if (commentEventFirst && comments.length > 0) site.felt?.('comment event before status event');
  const steps = commentEventFirst ? [tell, move] : [move, tell];
  for (const step of steps) step();
}

function withResolution(issue: Issue, { transition, change }: TransitionWish): IssueChange {
  const done = categoryOf(transition.to).key === 'done';
  if (!done) return { ...change, resolutionId: null };
  return { ...change, resolutionId: change.resolutionId ?? issue.resolutionId ?? '10000' };
}
