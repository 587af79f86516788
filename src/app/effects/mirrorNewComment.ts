import type { EffectResult } from '../../domain/effectResult';
import type { AccountId } from '../../domain/ids';
import { textHash } from '../../jira/adfText';
import { newestMarkedComments, type RequestComment } from '../../jira/comments';
import type { Composition } from '../../jira/compose';
import {
  addCustomerComment,
  addNote,
  CUSTOMER_WAYS,
  type CustomerWay,
  type Voice,
  type WrittenComment,
} from '../../jira/commentWrites';
import type { JiraOutcome } from '../../jira/outcome';
import { isAccountClosed } from '../../jira/people';
import { loadWays, rememberWays } from '../../storage/ways';
import { customerHeader } from '../texts';
import { alreadyAdded, composed, copied, takenBy, upToOf } from './copiedRun';
import type { Run } from './run';
import type { Task } from './task';
import { settle } from './settle';
import { traceOf } from './trace';

/** Comments among which an earlier try is looked for. */
const NEWEST = 20;
/** A way that was refused is tried again after this: rights change. */
const FORGET_MS = 24 * 3_600_000;

/** Writes the customer's messages as a new comment: public, as the customer where Jira lets us, or an internal note of the app. */
export async function addComment(task: Task<'mirror'>, run: Run): Promise<EffectResult> {
  const mayExist = task.effect.attempts > 1 || task.effect.unknownSince !== undefined;
  if (!mayExist) return write(task, run);
  const newest = await newestMarkedComments(task.app.ports.jira, { issueId: run.issueId, count: NEWEST });
  return settle(task, newest, (comments) => {
    for (const comment of comments) {
      const written = earlier(comment, task, run);
      if (written) return written;
    }
    return write(task, run);
  });
}

/**
 * What an earlier try left: our marker, or (through JSM, which takes none) the same words by the same customer. Or it added to the
 * last comment when that still took more; what somebody has edited since takes no more.
 */
function earlier(comment: RequestComment, task: Task<'mirror'>, run: Run): EffectResult | undefined {
  const { id, marker, author, body } = comment;
  const known = run.conversation.copy.comment;
  const now = { id, hash: textHash(body) };
  const added = id === known?.id && alreadyAdded(run, body, known.hash);
  if (added) return copied(run, added, now);
  if (!marker) {
    const said = id !== known?.id && author?.accountId === customerOf(task) && alreadyAdded(run, body, EMPTY);
    return said ? copied(run, said, now) : undefined;
  }
  const taken = 'conversation' in marker ? takenBy(run, marker) : undefined;
  return taken && copied(run, taken, { ...now, ...(id === known?.id && { over: true }) });
}

const EMPTY = textHash(undefined);

const customerOf = ({ thread: { contact } }: Task<'mirror'>): AccountId | undefined =>
  contact.customer?.kind === 'account' ? contact.customer.accountId : undefined;

async function write(task: Task<'mirror'>, run: Run): Promise<EffectResult> {
  const composition = composed(run.messages, run.rules.timeZone);
  const written = await (run.rules.copy === 'internal' ? noted : byTheBestWay)(task, { run, composition });
  return settle(task, written, (comment) => copied(run, composition, comment));
}

type Written = { readonly run: Run; readonly composition: Composition };

/** X1: a note for agents, which names the customer. */
function noted(task: Task<'mirror'>, written: Written): Promise<JiraOutcome<WrittenComment>> {
  const { run, composition } = written;
  return addNote(task.app.ports.jira, {
    issueId: run.issueId,
    marker: { conversation: run.conversation.id, upTo: upToOf(run, composition) },
    trace: traceOf(task.effect),
    paragraphs: [{ kind: 'header', text: headerOf(task, written) }, ...composition.paragraphs],
  });
}

/** The ways, best first, from the one that worked last. A refusal means the next; the app is always allowed. One closed account says nothing of the others. */
async function byTheBestWay(task: Task<'mirror'>, written: Written): Promise<JiraOutcome<WrittenComment>> {
  const customer = customerOf(task);
  if (customer === undefined) return speak(task, written, asApp(task, written));
  const ways = await waysFrom(task);
  for (const way of ways) {
    const voice = way === 'as-app' ? asApp(task, written) : { way, customer };
    const outcome = await speak(task, written, voice);
    if (outcome.kind === 'ok' && (way === ways[0] || !(await isAccountClosed(task.app.ports, customer))))
      await remember(task, way);
    if (outcome.kind !== 'refused' || way === 'as-app') return outcome;
  }
  throw new Error('there is always the way as the app');
}

async function waysFrom({ app: { ports }, thread }: Task<'mirror'>): Promise<readonly CustomerWay[]> {
  const { comment } = await loadWays(ports, thread.head.project);
  if (!comment || ports.clock.now() - comment.at > FORGET_MS) return CUSTOMER_WAYS;
  return CUSTOMER_WAYS.slice(CUSTOMER_WAYS.indexOf(comment.way));
}

const remember = ({ app: { ports }, thread }: Task<'mirror'>, way: CustomerWay): Promise<void> =>
  rememberWays(ports, thread.head.project, { comment: { way, at: ports.clock.now() } });

const asApp = (task: Task<'mirror'>, written: Written): Voice => ({ way: 'as-app', header: headerOf(task, written) });

function headerOf({ thread }: Task<'mirror'>, { run: { messages } }: Written): string {
  const [{ address, channel }] = messages;
  return customerHeader(address, thread.contact.name, channel);
}

function speak(
  task: Task<'mirror'>,
  { run, composition }: Written,
  voice: Voice,
): Promise<JiraOutcome<WrittenComment>> {
  return addCustomerComment(task.app.ports.jira, {
    issueId: run.issueId,
    marker: { conversation: run.conversation.id, upTo: upToOf(run, composition) },
    trace: traceOf(task.effect),
    paragraphs: composition.paragraphs,
    ...voice,
  });
}
