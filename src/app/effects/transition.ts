import type { As } from '../ports';
import type { Conversation } from '../../domain/conversation';
import type { Transition } from '../../domain/effect';
import type { EffectResult, OwnMove } from '../../domain/effectResult';
import type { StatusNow } from '../../domain/statusNow';
import { headOf, type IssueId } from '../../domain/ids';
import { closes } from '../../domain/rules/close';
import { rulesFor, type ProjectSettings } from '../../domain/settings';
import { conversationOf } from '../../domain/thread';
import { readRequest } from '../../jira/requests';
import { moveAlong, sameName, waysOut, type WayOut } from '../../jira/transitions';
import { loadSettings } from '../../storage/settings';
import type { Task } from './task';
import { settle } from './settle';
import { traceOf } from './trace';

/** Moves the request to another status, unless it is there already or the reason has gone. */
export async function transition(task: Task<'transition'>): Promise<EffectResult> {
  const { app, effect, thread } = task;
  const conversation = conversationOf(thread, effect.conversation);
  if (!conversation?.request || !STILL[effect.because](conversation)) return { kind: 'done' };
  const { issueId } = conversation.request;
  const settings = await loadSettings(app.ports.store, headOf(conversation.id).project);
  const isTarget = targetOf(effect, rulesFor(settings, conversation.route.number));
  const at = app.ports.clock.now();
  const read = await readRequest(app.ports.jira, issueId);
  return settle(task, read, ({ status }) => {
    if (isTarget(status)) return moved(effect, { issueId, status, at });
    return !isOrder(effect) && status.category === 'done' ? { kind: 'done' } : move(task, issueId, isTarget);
  });
}

/** Does the reason still hold? */
const STILL: Record<Transition['because'], (conversation: Conversation) => boolean> = {
  close: ({ state }) => state === 'closed',
  reopen: ({ state }) => state === 'active',
  'customer-wrote': ({ state, waitingOn }) => state === 'active' && waitingOn === 'agent',
  'agent-answered': ({ state, waitingOn }) => state === 'active' && waitingOn === 'customer',
};

type Target = (status: StatusNow) => boolean;

/** The status that was named; when reopening any that neither is done nor closes the conversation again. */
function targetOf({ status }: Transition, settings: ProjectSettings): Target {
  if (status !== undefined) return ({ name }) => sameName(name, status);
  return (there) => there.category !== 'done' && !closes(settings, there);
}

async function move(task: Task<'transition'>, issueId: IssueId, isTarget: Target): Promise<EffectResult> {
  const { app, effect, performer } = task;
  const as: As = effect.person !== undefined && effect.person === performer.session ? 'user' : 'app';
  const ways = await waysOut(app.ports.jira, { issueId, as });
  return settle(task, ways, async (offered) => {
    const way = best(offered.filter(({ to }) => isTarget(to)));
    if (!way) return noWay(effect, offered);
    const { resolution } = effect;
    const at = app.ports.clock.now();
    const gone = await moveAlong(app.ports.jira, { issueId, as, way, resolution, trace: traceOf(effect) });
    return settle(task, gone, () => moved(effect, { issueId, status: way.to, at }));
  });
}

const moved = ({ person }: Transition, move: OwnMove): EffectResult => ({
  kind: 'moved',
  move: { ...move, ...(person && { by: person }) },
});

/** Where several ways lead to a target, the one that people would call so. */
const best = (ways: readonly WayOut[]): WayOut | undefined =>
  ways.find(({ name, to }) => BACK.test(name) || BACK.test(to.name)) ?? ways[0];

/** What workflows of service projects call it. */
const BACK = /reopen|back to|in progress/i;

/** A person relies on these; a rule that fits only some statuses says nothing, and never takes a request out of Done. */
const isOrder = ({ because }: Transition): boolean => because === 'close' || because === 'reopen';

function noWay(effect: Transition, offered: readonly WayOut[]): EffectResult {
  if (!isOrder(effect)) return { kind: 'done' };
  const others = offered.map(({ to }) => to.name).join(', ');
  const detail = `${effect.status ?? 'A status that is not done'} (the workflow offers: ${others || 'nothing'})`;
  return { kind: 'gave-up', failure: { reason: 'no-transition', detail } };
}
