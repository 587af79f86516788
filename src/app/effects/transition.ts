import type { As } from '../ports';
import type { Conversation } from '../../domain/conversation';
import type { Transition } from '../../domain/effect';
import type { EffectResult, StatusNow } from '../../domain/event';
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
  const read = await readRequest(app.ports.jira, issueId);
  return settle(task, read, ({ status }) => (isTarget(status) ? { kind: 'done' } : move(task, issueId, isTarget)));
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
    if (!way) return noWay(effect);
    const { resolution } = effect;
    const moved = await moveAlong(app.ports.jira, { issueId, as, way, resolution, trace: traceOf(effect) });
    return settle(task, moved, () => ({ kind: 'done' }));
  });
}

/** Where several ways lead to a target, the one that people would call so. */
const best = (ways: readonly WayOut[]): WayOut | undefined =>
  ways.find(({ name, to }) => BACK.test(name) || BACK.test(to.name)) ?? ways[0];

/** What workflows of service projects call it. */
const BACK = /reopen|back to|in progress/i;

/** A person who ordered it must see that it was not done; a rule that fits only some statuses says nothing. */
const noWay = ({ because, status }: Transition): EffectResult =>
  because === 'close' || because === 'reopen'
    ? { kind: 'gave-up', failure: { reason: 'no-transition', ...(status !== undefined && { detail: status }) } }
    : { kind: 'done' };
