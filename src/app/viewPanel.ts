import { ok } from '../domain/result';
import { readRequest } from '../jira/requests';
import { numbersOf } from '../storage/roster';
import { loadSettings } from '../storage/settings';
import { refuse, type App, type CallContext, type Run } from './call';
import { conversationHere } from './openConversation';
import { addressName } from './texts';

/** The panel beside a request: its conversation in short, or what it takes to start one. */
export const viewPanel: Run<'viewPanel'> = async (app, context) => {
  const opened = await conversationHere(app, context);
  if (!opened) return startView(app, context);
  const { conversation, thread } = opened;
  const { state, route, waitingOn, unread } = conversation;
  const { name } = thread.contact;
  return ok({
    kind: 'conversation',
    state,
    contact: { ...(name !== undefined && { name }), address: addressName(route.address, undefined) },
    channel: route.channel,
    waitingOn,
    unread,
  });
};

/** Why it cannot be started is told before anybody types a number. */
async function startView({ ports }: App, { issueId, projectId }: CallContext): ReturnType<Run<'viewPanel'>> {
  if (!issueId) return refuse('not-found');
  const [settings, numbers, read] = await Promise.all([
    loadSettings(ports.store, projectId),
    numbersOf(ports, projectId),
    readRequest(ports.jira, issueId),
  ]);
  const hasReporter = read.kind === 'ok' && read.value.reporter !== undefined;
  const refused = refusedCode(settings.outbound, hasReporter);
  const ways = numbers.flatMap(({ id, display, channels }) =>
    channels.map(({ channel }) => ({ channel, number: id, from: display })),
  );
  return ok({ kind: 'start', ...(refused && { refused }), ways });
}

function refusedCode(outbound: 'off' | 'linked-customer' | 'any', hasReporter: boolean): string | undefined {
  if (outbound === 'off') return 'outbound-off';
  return outbound === 'linked-customer' && !hasReporter ? 'no-customer' : undefined;
}
