import { headOf } from '../domain/ids';
import { readEvents, type JiraEvent } from '../jira/events';
import { clearFacts } from '../jira/properties';
import { readRequest } from '../jira/requests';
import { textHash } from '../jira/adfText';
import { conversationOfRequest } from '../storage/threads';
import type { App } from './call';
import { isOurTrace, traceOf } from './effects/trace';
import { noticeComment, noticeDeletedComment } from './noticeComment';
import { noticeStatus } from './noticeStatus';
import { settled } from './fresh';
import { NotYet } from './notYet';
import { runTurn } from './runTurn';

/**
 * Jira tells that something happened to an issue: late, twice, in any order. Each event only says what to read again.
 * @throws NotYet when Jira does not answer; the platform then delivers the event again.
 */
export async function noticeProductEvent(app: App, raw: unknown): Promise<void> {
  for (const event of readEvents(raw)) await notice(app, event);
}

async function notice(app: App, event: JiraEvent): Promise<void> {
  if (event.kind === 'created') return noticeCreated(app, event);
  const conversation = await conversationOfRequest(app.ports, event.issueId);
  if (!conversation) return;
  switch (event.kind) {
    case 'comment':
      return isOurTrace(event.trace) ? undefined : noticeComment(app, conversation, event);
    case 'comment-deleted':
      return isOurTrace(event.trace) ? undefined : noticeDeletedComment(app, conversation, event);
    case 'status':
    case 'moved':
      return noticeStatus(app, conversation, event);
    case 'deleted':
      await runTurn(app, {
        key: headOf(conversation),
        events: [{ kind: 'request-deleted', conversation, at: event.at ?? app.ports.clock.now() }],
      });
  }
}

/** A request that carries our intent, created by a call whose answer was lost: adopted. A clone never is. */
async function noticeCreated(app: App, event: Extract<JiraEvent, { kind: 'created' }>): Promise<void> {
  if (event.clone) return disown(app, event);
  if (!isOurTrace(event.trace)) return;
  const request = await read(app, event);
  if (!request?.marker || request.marker.conversation !== request.marker.intent) return;
  const { intent } = request.marker;
  const description = { hash: textHash(request.description), lastAt: app.ports.clock.now() };
  await runTurn(app, {
    key: headOf(intent),
    events: [
      {
        kind: 'request-found',
        conversation: intent,
        request: { issueId: request.issueId, issueKey: request.issueKey },
        upTo: request.marker.upTo ?? 0,
        copy: { phase: 'description', description },
        facts: '',
      },
    ],
  });
}

/** A clone may carry a copy of our property: taken from it, so that no search finds it and no tab shows on it. */
async function disown(app: App, event: JiraEvent): Promise<void> {
  const clone = await read(app, event);
  if (!clone?.marker) return;
  const trace = traceOf({ id: 'clone', conversation: clone.marker.conversation });
  const cleared = await clearFacts(app.ports.jira, { issueId: clone.issueId, trace });
  if (cleared.kind === 'limited' || cleared.kind === 'unknown') throw new NotYet(30);
}

async function read({ ports }: App, { issueId, at = 0 }: JiraEvent) {
  return settled(await readRequest(ports.jira, issueId), { at, now: ports.clock.now() });
}
