import type { Conversation, RequestRef } from '../../domain/conversation';
import { refused, type JiraOutcome, type Refused } from '../../jira/outcome';
import { isAccountClosed } from '../../jira/people';
import { createRequest, isReporterRefused, type NewRequest } from '../../jira/requests';
import { FILLED_FIELDS } from '../../jira/requestTypes';
import { clearRouteTrouble, noteRouteTrouble } from '../../storage/routeTroubles';
import { forgetRequestKind, type RequestTypeRef } from '../../storage/requestKinds';
import { rememberWays } from '../../storage/ways';
import { kindOfRequest, typesFor } from './kindOfRequest';
import type { Task } from './task';

/** A request but for its type. `text` is the first message and `fallback` the project's rule: both choose the type. */
export type Draft = {
  readonly order: Omit<NewRequest, 'issueTypeId' | 'requestType'>;
  readonly text: string;
  readonly fallback: string;
};

/** `isAsked`: Jira was asked to create it, so that an unknown outcome may be a request. */
export type Placed = {
  readonly created: JiraOutcome<RequestRef>;
  readonly isAsked: boolean;
  /** The account of the customer was closed: somebody else is the reporter. */
  readonly customerGone?: boolean;
};

/**
 * X16: creates the request as the type it is routed to. Where that type is gone, or wants a field that a message cannot fill,
 * it is created as the fall-back type, and settings warn until the route works again.
 */
export async function placeRequest(
  task: Task<'create-request'>,
  conversation: Conversation,
  draft: Draft,
): Promise<Placed> {
  const { app, thread } = task;
  const [routed, fallback] = await typesFor(app, conversation.route, draft);
  if (!routed) return { created: NO_TYPE, isAsked: false };
  const way = { number: conversation.route.number, channel: conversation.route.channel, requestTypeId: routed.id };
  const placed = await createAs(task, routed, draft);
  const { created } = placed;
  if (created.kind === 'ok') await clearRouteTrouble(app.ports, thread.head.project, way);
  if (created.kind !== 'refused' || !isOfType(created)) return placed;
  const { detail, reason } = created.failure;
  await noteRouteTrouble(app.ports, thread.head.project, {
    ...way,
    reason: reason === 'request-type-gone' ? 'gone' : 'field',
    ...(detail !== undefined && { detail }),
    at: app.ports.clock.now(),
  });
  return fallback ? createAs(task, fallback, draft) : placed;
}

const NO_TYPE = refused('request-type-gone', 0, 'The business number has no request type for this channel.');

async function createAs(task: Task<'create-request'>, type: RequestTypeRef, { order }: Draft): Promise<Placed> {
  const kind = await kindOfRequest(task.app, type);
  if (kind.kind !== 'ok') return { created: kind, isAsked: false };
  const placed = await asReporter(task, { ...order, ...kind.value });
  // Perhaps the request type changed since: the next creation asks again.
  if (placed.created.kind === 'refused') await forgetRequestKind(task.app.ports, type);
  return placed;
}

/** What is wrong with a field that every message fills is wrong with every type. */
const isOfType = ({ failure, fields }: Refused): boolean =>
  failure.reason === 'request-type-gone' ||
  (failure.reason === 'rejected' && fields.some((field) => !FILLED_FIELDS.includes(field)));

/** A reporter Jira refuses must not cost the request: then the app is the reporter, and settings say why, unless it is that one account. */
async function asReporter({ app: { ports }, thread }: Task<'create-request'>, order: NewRequest): Promise<Placed> {
  const created = await createRequest(ports.jira, order);
  const { reporter, ...anonymous } = order;
  if (!reporter || created.kind !== 'refused' || !isReporterRefused(created)) return { created, isAsked: true };
  const customerGone = await isAccountClosed(ports, reporter);
  if (!customerGone) {
    const reason = `refused: ${created.failure.detail ?? 'reporter'}`;
    await rememberWays(ports, thread.head.project, { reporter: { way: 'app', reason, at: ports.clock.now() } });
  }
  return { created: await createRequest(ports.jira, anonymous), isAsked: true, customerGone };
}
