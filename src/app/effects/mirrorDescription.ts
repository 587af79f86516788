import type { EffectResult } from '../../domain/effectResult';
import { textHash } from '../../jira/adfText';
import { readDoc } from '../../jira/adf';
import { editDescription } from '../../jira/requestEdits';
import { mySelf } from '../../jira/people';
import { readRequest, type RequestView } from '../../jira/requests';
import type { AccountId } from '../../domain/ids';
import { alreadyAdded, joined, takenBy, upToOf, type Taken } from './copiedRun';
import { alreadyRebuilt, rebuilt } from './rebuiltDescription';
import type { Run } from './run';
import type { Task } from './task';
import { settle } from './settle';
import { traceOf } from './trace';

/**
 * Adds the customer's messages to the description, until the first public answer. Somebody else's description or a
 * public comment that is not ours ends that: what an agent wrote is never overwritten.
 */
export async function mirrorDescription(task: Task<'mirror'>, run: Run): Promise<EffectResult> {
  const me = await mySelf(task.app.ports);
  return settle(task, me, async (ourself) => {
    const read = await readRequest(task.app.ports.jira, run.issueId);
    return settle(task, read, async (request) => {
      const known = run.conversation.copy.description;
      if (!known) return endPhase(run);
      const { description } = request;
      if (textHash(description) === known.hash)
        return hasForeignComment(request, [ourself, customerOf(task)]) ? endPhase(run) : extend(task, run, request);
      // Whatever was said since: what an earlier start added stands here and is not said again.
      const done = alreadyAdded(run, description, known.hash) ?? (await alreadyRebuilt(task, run, description));
      return done ? described(run, done, description) : endPhase(run, takenBy(run, request.described));
    });
  });
}

/** What is not in the description becomes comments. */
const endPhase = (run: Run, taken?: Taken): EffectResult => ({
  kind: 'mirrored',
  upTo: taken ? upToOf(run, taken) : run.conversation.mirrored,
  copy: { phase: 'comments' },
});

const described = (run: Run, taken: Taken, doc: unknown): EffectResult => ({
  kind: 'mirrored',
  upTo: upToOf(run, taken),
  copy: { phase: 'description', description: { hash: textHash(doc), lastAt: taken.lastAt } },
});

const customerOf = ({ thread: { contact } }: Task<'mirror'>): AccountId | undefined =>
  contact.customer?.kind === 'account' ? contact.customer.accountId : undefined;

const hasForeignComment = ({ comments }: RequestView, ours: readonly (AccountId | undefined)[]): boolean =>
  comments.some(({ isPublic, author }) => isPublic && !ours.includes(author?.accountId));

async function extend(task: Task<'mirror'>, run: Run, request: RequestView): Promise<EffectResult> {
  const { ports } = task.app;
  const doc = readDoc(request.description);
  const lastAt = run.conversation.copy.description?.lastAt;
  if (!doc || lastAt === undefined) return endPhase(run);
  const { timeZone } = run.rules;
  const added = (await rebuilt(task, run, doc)) ?? joined(run.messages, { timeZone, existing: { doc, lastAt } });
  if (!added) return endPhase(run);
  const edited = await editDescription(ports, {
    issueId: run.issueId,
    description: added.doc,
    marker: { conversation: run.conversation.id, upTo: upToOf(run, added) },
    trace: traceOf(task.effect),
  });
  return settle(task, edited, () => described(run, added, added.doc));
}
