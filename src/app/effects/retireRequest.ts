import type { EffectResult } from '../../domain/effectResult';
import { conversationOf } from '../../domain/thread';
import { clearFacts } from '../../jira/properties';
import { linkRequests } from '../../jira/requestEdits';
import { readRequest } from '../../jira/requests';
import { duplicateText } from '../texts';
import { internalNote } from './internalNote';
import { settle } from './settle';
import type { Task } from './task';
import { traceOf } from './trace';

/** A request may be invisible for some seconds after its creation (jira.md 1.4); one that is still so then was deleted. */
const TRIES = 5;

/**
 * Tells agents that a request is a duplicate, links it to the one that counts and takes our property from it, last of all:
 * a request without it has been retired already, or is gone.
 */
export async function retireRequest(task: Task<'retire-request'>): Promise<EffectResult> {
  const { effect, thread } = task;
  const kept = conversationOf(thread, effect.conversation)?.request;
  const { issueId } = effect;
  if (!kept || kept.issueId === issueId) return { kind: 'done' };
  const read = await readRequest(task.app.ports.jira, issueId);
  const isGone = read.kind === 'refused' && read.failure.reason === 'request-gone' && effect.attempts >= TRIES;
  if (isGone) return { kind: 'done' };
  return settle(task, read, async ({ marker }) => {
    if (marker?.conversation !== effect.conversation) return { kind: 'done' };
    const noted = await internalNote(task, {
      issueId,
      id: `${effect.conversation}.retired.${issueId}`,
      paragraphs: () => Promise.resolve([{ kind: 'message', text: duplicateText(kept.issueKey) }]),
    });
    return noted.kind === 'done' ? unmark(task, kept.issueId) : noted;
  });
}

/** Where linking is switched off, the note says it all. */
async function unmark(
  task: Task<'retire-request'>,
  kept: Parameters<typeof linkRequests>[1]['to'],
): Promise<EffectResult> {
  const { jira } = task.app.ports;
  const { issueId } = task.effect;
  const trace = traceOf(task.effect);
  const linked = await linkRequests(jira, { from: issueId, to: kept, trace });
  const cleared =
    linked.kind === 'ok' || linked.kind === 'refused' ? await clearFacts(jira, { issueId, trace }) : linked;
  return settle(task, cleared, () => ({ kind: 'done' }));
}
