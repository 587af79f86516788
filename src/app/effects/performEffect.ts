import type { EffectResult } from '../../domain/effectResult';
import { unreachable } from '../../domain/unreachable';
import { NewerRecord } from '../../storage/record';
import { assign } from './assign';
import { attach } from './attach';
import { catchUp } from './catchUp';
import { createRequest } from './createRequest';
import { ensureCustomer } from './ensureCustomer';
import { linkRequest } from './linkRequest';
import { mirror } from './mirror';
import { note } from './note';
import { retireRequest } from './retireRequest';
import { sendMessage } from './sendMessage';
import { showAnswer } from './showAnswer';
import { showFile } from './showFile';
import { syncProperty } from './syncProperty';
import { remark } from './remark';
import type { Task } from './task';
import { transcript } from './transcript';
import { transition } from './transition';

/** Our own store or code failed before or while an effect on Jira ran: every such effect looks before it writes again. */
const RETRY_MS = 30_000;

/** Does one effect in the world and answers how it ended. */
export async function performEffect(task: Task): Promise<EffectResult> {
  try {
    return await perform(task);
  } catch (cause) {
    if (cause instanceof NewerRecord || task.effect.kind === 'send-message') throw cause;
    task.app.ports.log.error('effect failed', {
      effect: task.effect.kind,
      conversation: task.effect.conversation,
      why: nameOf(cause),
    });
    return { kind: 'later', at: task.app.ports.clock.now() + RETRY_MS, failure: { reason: 'jira-down' } };
  }
}

const nameOf = (cause: unknown): string => (cause instanceof Error ? cause.name : typeof cause);

async function perform({ effect, ...rest }: Task): Promise<EffectResult> {
  switch (effect.kind) {
    case 'send-message':
      return sendMessage({ effect, ...rest });
    case 'ensure-customer':
      return ensureCustomer({ effect, ...rest });
    case 'create-request':
      return createRequest({ effect, ...rest });
    case 'link-request':
      return linkRequest({ effect, ...rest });
    case 'catch-up':
      return catchUp({ effect, ...rest });
    case 'mirror':
      return mirror({ effect, ...rest });
    case 'retire-request':
      return retireRequest({ effect, ...rest });
    case 'note':
      return note({ effect, ...rest });
    case 'sync-property':
      return syncProperty({ effect, ...rest });
    case 'transition':
      return transition({ effect, ...rest });
    case 'assign':
      return assign({ effect, ...rest });
    case 'remark':
      return remark({ effect, ...rest });
    case 'attach':
      return attach({ effect, ...rest });
    case 'show-file':
      return showFile({ effect, ...rest });
    case 'show-answer':
      return showAnswer({ effect, ...rest });
    case 'transcript':
      return transcript({ effect, ...rest });
    default:
      return unreachable(effect);
  }
}
