import type { ConversationEvent, RequestStatus } from '../domain/event';
import { headOf, type ConversationId } from '../domain/ids';
import type { EventFacts } from '../jira/events';
import { whoIs } from '../jira/people';
import { readRequest, type RequestView } from '../jira/requests';
import type { App } from './call';
import { settled } from './fresh';
import { runTurn } from './runTurn';

/** The place and status as they are now; the time is that of the change, which may be minutes ago, and includes a comment made on it. */
export async function noticeStatus(app: App, conversation: ConversationId, event: EventFacts): Promise<void> {
  const { ports } = app;
  const read = await readRequest(ports.jira, event.issueId);
  const request = settled(read, { at: event.at ?? 0, now: ports.clock.now() });
  if (!request) return;
  const { issueId, issueKey, inServiceProject } = request;
  const who = await whoDid(app, event);
  const now = ports.clock.now();
  const at = Math.min(now, Math.max(since(request, event), event.at ?? 0) || now);
  const status: ConversationEvent = {
    kind: 'request-status',
    conversation,
    issueId: event.issueId,
    status: request.status,
    ...who,
    at,
  };
  const place: ConversationEvent = {
    kind: 'request-moved',
    conversation,
    request: { issueId, issueKey },
    inServiceProject,
    ...who,
  };
  await runTurn(app, { key: headOf(conversation), events: [place, status] });
}

/** Jira tells since when the status has its category. Of a status within one that is too early: only of Done it may stand alone. */
const since = ({ status, statusSince = 0 }: RequestView, { at }: EventFacts): number =>
  at === undefined && status.category !== 'done' ? 0 : statusSince;

/** People close by themselves, customers in the portal; everybody else is automation. A person Jira does not tell of is one. */
async function whoDid({ ports }: App, { own, actor }: EventFacts): Promise<Pick<RequestStatus, 'source' | 'by'>> {
  if (own) return { source: 'automation' };
  if (!actor) return { source: 'user' };
  const who = await whoIs(ports, actor);
  const kind = who.kind === 'ok' ? who.value.kind : 'person';
  return { source: SOURCE[kind], by: actor };
}

const SOURCE = { person: 'user', customer: 'customer', app: 'automation' } as const;
