import type { EffectResult } from '../../domain/event';
import type { AccountId } from '../../domain/ids';
import { textHash } from '../../jira/adfText';
import { newestMarkedComments, type RequestComment } from '../../jira/comments';
import { compose, type Composition } from '../../jira/compose';
import {
  addCustomerComment,
  CUSTOMER_WAYS,
  type CustomerWay,
  type Voice,
  type WrittenComment,
} from '../../jira/commentWrites';
import type { JiraOutcome } from '../../jira/outcome';
import { loadSettings } from '../../storage/settings';
import { loadWays, rememberWays } from '../../storage/ways';
import type { App } from '../call';
import { customerHeader } from '../texts';
import { saidIn } from './copied';
import { copied } from './copiedComment';
import type { Run } from './mirror';
import type { Task } from './performEffect';
import { settle } from './settle';
import { traceOf } from './trace';

/** Comments among which an earlier try is looked for. */
const NEWEST = 20;
/** A way that was refused is tried again after this: rights change. */
const FORGET_MS = 24 * 3_600_000;

/** Writes the customer's messages as a new public comment: as the customer where Jira lets us, else as the app. */
export async function addComment(app: App, task: Task<'mirror'>, run: Run): Promise<EffectResult> {
  const { timeZone } = await loadSettings(app.ports.store, task.thread.head.project);
  const [first, ...rest] = run.messages;
  const composition = compose([saidIn(first), ...rest.map(saidIn)], { timeZone });
  const mayExist = task.effect.attempts > 1 || task.effect.unknownSince !== undefined;
  if (!mayExist) return write(app, task, run, composition);
  const newest = await newestMarkedComments(app.ports.jira, { issueId: run.issueId, count: NEWEST });
  return settle(app, task, newest, (comments) => {
    const written = comments.find((comment) => isThisOne(comment, task, run, composition));
    return written
      ? copied(run, composition, { id: written.id, hash: textHash(written.body) })
      : write(app, task, run, composition);
  });
}

/** An earlier try left our marker, or (through JSM, which takes none) the same text by the same customer. */
// eslint-disable-next-line max-params -- what is compared with what
function isThisOne(
  { marker, author, body }: RequestComment,
  task: Task<'mirror'>,
  run: Run,
  { doc }: Composition,
): boolean {
  if (marker)
    return 'conversation' in marker && marker.conversation === run.conversation.id && marker.upTo === run.upTo;
  return author?.accountId === customerOf(task) && textHash(body) === textHash(doc);
}

const customerOf = ({ thread }: Task<'mirror'>): AccountId | undefined =>
  thread.contact.customer?.kind === 'account' ? thread.contact.customer.accountId : undefined;

// eslint-disable-next-line max-params -- what is written where
async function write(app: App, task: Task<'mirror'>, run: Run, composition: Composition): Promise<EffectResult> {
  const written = await byTheBestWay(app, task, run, composition);
  return settle(app, task, written, (comment) => copied(run, composition, comment));
}

/** The ways, best first, from the one that worked last. A refusal means the next; the app is always allowed. */
// eslint-disable-next-line max-params -- as above
async function byTheBestWay(
  app: App,
  task: Task<'mirror'>,
  run: Run,
  composition: Composition,
): Promise<JiraOutcome<WrittenComment>> {
  const customer = customerOf(task);
  const ways = customer === undefined ? (['as-app'] as const) : await waysFrom(app, task);
  for (const way of ways) {
    const written = await by(app, task, run, { way, composition, customer });
    if (written.kind !== 'refused' || way === 'as-app') {
      if (written.kind === 'ok' && customer !== undefined) await remember(app, task, way);
      return written;
    }
  }
  throw new Error('there is always the way as the app');
}

async function waysFrom({ ports }: App, { thread }: Task<'mirror'>): Promise<readonly CustomerWay[]> {
  const { comment } = await loadWays(ports, thread.head.project);
  if (!comment || ports.clock.now() - comment.at > FORGET_MS) return CUSTOMER_WAYS;
  return CUSTOMER_WAYS.slice(CUSTOMER_WAYS.indexOf(comment.way));
}

const remember = ({ ports }: App, { thread }: Task<'mirror'>, way: CustomerWay): Promise<void> =>
  rememberWays(ports, thread.head.project, { comment: { way, at: ports.clock.now() } });

type Attempt = {
  readonly way: CustomerWay;
  readonly composition: Composition;
  readonly customer: AccountId | undefined;
};

// eslint-disable-next-line max-params -- as above
function by(
  app: App,
  task: Task<'mirror'>,
  run: Run,
  { way, composition, customer }: Attempt,
): Promise<JiraOutcome<WrittenComment>> {
  const [{ address, channel }] = run.messages;
  const asApp: Voice = { way: 'as-app', header: customerHeader(address, task.thread.contact.name, channel) };
  const voice: Voice = way === 'as-app' || customer === undefined ? asApp : { way, customer };
  return addCustomerComment(app.ports.jira, {
    issueId: run.issueId,
    marker: { conversation: run.conversation.id, upTo: run.upTo },
    trace: traceOf(task.effect),
    paragraphs: composition.paragraphs,
    ...voice,
  });
}
