import type { Customer } from '../../domain/contact';
import type { EffectResult } from '../../domain/event';
import { conversationOf } from '../../domain/thread';
import { callerOf } from '../../domain/text/summary';
import { ensureCustomer as ensure } from '../../jira/people';
import { findNumber } from '../../storage/numbers';
import { loadSiteSettings } from '../../storage/settings';
import { rememberWays } from '../../storage/ways';
import type { App } from '../call';
import type { Task } from './performEffect';
import { settle } from './settle';

/**
 * Makes the contact a customer of the service desk, under a synthetic address that no mail reaches. Where Jira refuses
 * that, or the right is missing, the app is the reporter and settings say why.
 */
export async function ensureCustomer(app: App, task: Task<'ensure-customer'>): Promise<EffectResult> {
  const conversation = conversationOf(task.thread, task.effect.conversation);
  if (!conversation || task.thread.contact.customer?.kind === 'account') return { kind: 'done' };
  const open = await findNumber(app.ports, conversation.route.number);
  if (!open) return { kind: 'done' };
  const { customerDomain } = await loadSiteSettings(app.ports);
  const { contact } = task.thread;
  const made = await ensure(app.ports.jira, {
    email: `${contact.id.slice(0, 20)}@${customerDomain}`,
    displayName: callerOf(conversation.route.address, contact.name),
    serviceDeskId: open.number.serviceDeskId,
  });
  if (made.kind === 'refused')
    return asApp(app, task, made.failure.reason === 'forbidden' ? 'forbidden' : 'refused', made.failure.detail);
  return settle(app, task, made, async ({ accountId }) => {
    await rememberWays(app.ports, task.thread.head.project, {
      reporter: { way: 'customer', at: app.ports.clock.now() },
    });
    return { kind: 'customer-ready', customer: { kind: 'account', accountId } };
  });
}

// eslint-disable-next-line max-params -- why the app is the reporter, in code and in Jira's words
async function asApp(
  app: App,
  { thread }: Task<'ensure-customer'>,
  reason: 'refused' | 'forbidden',
  detail?: string,
): Promise<EffectResult> {
  const told = detail === undefined ? reason : `${reason}: ${detail}`;
  await rememberWays(app.ports, thread.head.project, {
    reporter: { way: 'app', reason: told, at: app.ports.clock.now() },
  });
  const customer: Customer = { kind: 'app', reason };
  return { kind: 'customer-ready', customer };
}
