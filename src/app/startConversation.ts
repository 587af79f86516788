import type { AgentStart } from '../domain/event';
import { parsePhoneNumber, type IssueId } from '../domain/ids';
import { ok } from '../domain/result';
import { startRefusal } from '../domain/rules/agentStart';
import { activeFor } from '../domain/slot';
import { rulesFor } from '../domain/settings';
import type { Route } from '../domain/conversation';
import { readRequest } from '../jira/requests';
import { numbersOf } from '../storage/roster';
import { loadSettings } from '../storage/settings';
import { claimStart, releaseStart } from '../storage/startClaims';
import { conversationOfRequest } from '../storage/threads';
import { refuse, refuseFor, type App, type CallContext, type Run } from './call';
import { carriageFor } from './carriage';
import { headKeyOf } from './headKeyOf';
import { isAwaited } from './isAwaited';
import { runTurn } from './runTurn';

/** An agent continues a request over a phone: from now on the tab and comments reach it. Nothing is sent yet. */
export const startConversation: Run<'startConversation'> = async (app, context, input) => {
  const { issueId } = context;
  const phone = phoneFrom(input.phone);
  if (!issueId || !phone) return refuse(issueId ? 'bad-phone' : 'not-found');
  const numbers = await numbersOf(app.ports, context.projectId);
  const number = numbers.find(({ id }) => id === input.number);
  if (!number?.channels.some(({ channel }) => channel === input.channel)) return refuse('number-removed');
  const route: Route = { channel: input.channel, number: number.id, address: { kind: 'phone', phone } };
  if (!(await claimStart(app.ports, issueId))) return refuse('busy');
  try {
    return await start(app, context, { issueId, route, consent: input.consent, pauseOther: input.pauseOther ?? false });
  } finally {
    await releaseStart(app.ports, issueId);
  }
};

/** Reads what people type: spaces, dashes, brackets, a plus or 00, or bare digits with the country code. */
function phoneFrom(typed: string) {
  const digits = typed.replace(/[\s().\-/]/g, '').replace(/^(\+|00)/, '');
  return parsePhoneNumber(`+${digits}`);
}

type Wish = Pick<AgentStart, 'route' | 'consent' | 'pauseOther'> & { readonly issueId: IssueId };

async function start(app: App, context: CallContext, wish: Wish): ReturnType<Run<'startConversation'>> {
  const { ports } = app;
  if (await conversationOfRequest(ports, wish.issueId)) return refuse('has-conversation');
  const [read, settings, carriage] = await Promise.all([
    readRequest(ports.jira, wish.issueId),
    loadSettings(ports.store, context.projectId),
    carriageFor(app, wish.route),
  ]);
  if (read.kind !== 'ok') return refuse('failed', `Jira did not tell the request: ${read.kind}`);
  const { issueId, issueKey, reporter, project } = read.value;
  if (project !== context.projectId) return refuse('not-allowed');
  if (await isAwaited(app, read.value)) return refuse('has-conversation');
  const { open: _, ...known } = carriage;
  const event: AgentStart = {
    kind: 'agent-start',
    request: { issueId, issueKey },
    route: wish.route,
    agent: context.accountId,
    consent: wish.consent,
    ...(reporter && { customer: reporter }),
    carriage: known,
    pauseOther: wish.pauseOther,
  };
  const key = await headKeyOf(app, project, [wish.route.address]);
  const thread = await runTurn(app, { key, events: [event] });
  const isStarted = Object.values(thread.head.active).some(({ request }) => request?.issueId === issueId);
  if (isStarted) return ok({});
  const moment = { now: ports.clock.now(), settings: rulesFor(settings, wish.route.number) };
  const refusal = startRefusal(thread, event, moment);
  const rival = refusal === 'another-active' ? activeFor(thread.head, moment.settings.scope, wish.route) : undefined;
  return refuseFor(refusal ?? 'failed', rival?.request);
}
