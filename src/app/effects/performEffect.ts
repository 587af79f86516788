import type { Effect } from '../../domain/effect';
import type { EffectResult } from '../../domain/event';
import type { Thread } from '../../domain/thread';
import { unreachable } from '../../domain/unreachable';
import { NewerRecord } from '../../storage/record';
import type { App } from '../call';
import type { Performer } from '../performLane';
import { createRequest } from './createRequest';
import { ensureCustomer } from './ensureCustomer';
import { linkRequest } from './linkRequest';
import { mirror } from './mirror';
import { note } from './note';
import { sendMessage } from './sendMessage';
import { syncProperty } from './syncProperty';

/** What an effect is performed on: the thread as the lease's transaction left it. */
export type Task<Kind extends Effect['kind'] = Effect['kind']> = {
  readonly thread: Thread;
  readonly effect: Extract<Effect, { kind: Kind }>;
  readonly performer: Performer;
};

/** Our own store or code failed before or while an effect on Jira ran: every such effect looks before it writes again. */
const RETRY_MS = 30_000;

/** Does one effect in the world and answers how it ended. */
export async function performEffect(app: App, task: Task): Promise<EffectResult> {
  try {
    return await perform(app, task);
  } catch (cause) {
    if (cause instanceof NewerRecord || task.effect.kind === 'send-message') throw cause;
    app.ports.log.error('effect failed', {
      effect: task.effect.kind,
      conversation: task.effect.conversation,
      why: nameOf(cause),
    });
    return { kind: 'later', at: app.ports.clock.now() + RETRY_MS, failure: { reason: 'jira-down' } };
  }
}

const nameOf = (cause: unknown): string => (cause instanceof Error ? cause.name : typeof cause);

async function perform(app: App, { thread, effect, performer }: Task): Promise<EffectResult> {
  switch (effect.kind) {
    case 'send-message':
      return sendMessage(app, { thread, effect, performer });
    case 'ensure-customer':
      return ensureCustomer(app, { thread, effect, performer });
    case 'create-request':
      return createRequest(app, { thread, effect, performer });
    case 'link-request':
      return linkRequest(app, { thread, effect, performer });
    case 'mirror':
      return mirror(app, { thread, effect, performer });
    case 'note':
      return note(app, { thread, effect, performer });
    case 'sync-property':
      return syncProperty(app, { thread, effect, performer });
    default:
      return unreachable(effect);
  }
}
