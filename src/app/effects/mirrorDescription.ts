import type { EffectResult } from '../../domain/event';
import { textHash } from '../../jira/adfText';
import { readDoc } from '../../jira/adf';
import { compose } from '../../jira/compose';
import { editDescription } from '../../jira/requestEdits';
import { mySelf } from '../../jira/people';
import { readRequest, type RequestView } from '../../jira/requests';
import type { AccountId } from '../../domain/ids';
import { loadSettings } from '../../storage/settings';
import type { App } from '../call';
import { saidIn } from './copied';
import type { Run } from './mirror';
import type { Task } from './performEffect';
import { settle } from './settle';
import { traceOf } from './trace';

/**
 * Adds the customer's messages to the description, until the first public answer. Somebody else's description or a
 * public comment that is not ours ends that: what an agent wrote is never overwritten.
 */
export async function mirrorDescription(app: App, task: Task<'mirror'>, run: Run): Promise<EffectResult> {
  const me = await mySelf(app.ports);
  return settle(app, task, me, async (ourself) => {
    const read = await readRequest(app.ports.jira, run.issueId);
    return settle(app, task, read, (request) =>
      isOurs(request, run, task, ourself) ? extend(app, task, run, request) : endPhase(run),
    );
  });
}

const endPhase = ({ conversation }: Run): EffectResult => ({
  kind: 'mirrored',
  upTo: conversation.mirrored,
  copy: { phase: 'comments' },
});

// eslint-disable-next-line max-params -- the request, what we wrote to it, and who is who
function isOurs(request: RequestView, { conversation }: Run, { thread }: Task<'mirror'>, ourself: AccountId): boolean {
  const customer = thread.contact.customer?.kind === 'account' ? thread.contact.customer.accountId : undefined;
  const foreign = request.comments.some(
    ({ isPublic, author }) => isPublic && author?.accountId !== ourself && author?.accountId !== customer,
  );
  return !foreign && textHash(request.description) === conversation.copy.description?.hash;
}

// eslint-disable-next-line max-params -- as above
async function extend(app: App, task: Task<'mirror'>, run: Run, request: RequestView): Promise<EffectResult> {
  const doc = readDoc(request.description);
  const { description } = run.conversation.copy;
  if (!doc || !description) return endPhase(run);
  const { timeZone } = await loadSettings(app.ports.store, task.thread.head.project);
  const [first, ...rest] = run.messages;
  const added = compose([saidIn(first), ...rest.map(saidIn)], {
    timeZone,
    existing: { doc, lastAt: description.lastAt },
  });
  const last = run.messages[added.taken - 1];
  if (!last) return endPhase(run);
  const edited = await editDescription(app.ports, {
    issueId: run.issueId,
    description: added.doc,
    trace: traceOf(task.effect),
  });
  return settle(app, task, edited, () => ({
    kind: 'mirrored',
    upTo: added.taken === run.messages.length ? run.upTo : last.sequence,
    copy: { phase: 'description', description: { hash: textHash(added.doc), lastAt: added.lastAt } },
  }));
}
