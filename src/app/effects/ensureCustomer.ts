import type { Customer } from '../../domain/contact';
import type { EffectResult } from '../../domain/effectResult';
import { conversationOf } from '../../domain/thread';
import { callerOf } from '../../domain/text/summary';
import { ensureCustomer as ensure } from '../../jira/people';
import { findNumber } from '../../storage/numbers';
import { loadSiteSettings } from '../../storage/settings';
import { rememberWays } from '../../storage/ways';
import type { Task } from './task';
import { settle } from './settle';

/**
 * Makes the contact a customer of the service desk, under a synthetic address that no mail reaches. Where Jira refuses
 * that, or the right is missing, the app is the reporter and settings say why.
 */
export async function ensureCustomer(task: Task<'ensure-customer'>): Promise<EffectResult> {
  const conversation = conversationOf(task.thread, task.effect.conversation);
  if (!conversation || task.thread.contact.customer?.kind === 'account') return { kind: 'done' };
  const open = await findNumber(task.app.ports, conversation.route.number);
  if (!open) return { kind: 'done' };
  const { customerDomain } = await loadSiteSettings(task.app.ports);
  const { contact } = task.thread;
  const made = await ensure(task.app.ports.jira, {
    email: `${contact.id.slice(0, 20)}${contact.owner ? `-${contact.owner}` : ''}@${customerDomain}`,
    displayName: callerOf(conversation.route.address, contact.name),
    serviceDeskId: open.number.serviceDeskId,
  });
  if (made.kind === 'refused')
    return asApp(task, made.failure.reason === 'forbidden' ? 'forbidden' : 'refused', made.failure.detail);
  return settle(task, made, async ({ accountId }) => {
    await rememberWays(task.app.ports, task.thread.head.project, {
      reporter: { way: 'customer', at: task.app.ports.clock.now() },
    });
    return { kind: 'customer-ready', customer: { kind: 'account', accountId } };
  });
}

/** The app is the reporter: `reason` in code and, where Jira says more, in its words. */
async function asApp(
  { app: { ports }, thread }: Task<'ensure-customer'>,
  reason: 'refused' | 'forbidden',
  detail?: string,
): Promise<EffectResult> {
  const told = detail === undefined ? reason : `${reason}: ${detail}`;
  await rememberWays(ports, thread.head.project, { reporter: { way: 'app', reason: told, at: ports.clock.now() } });
  const customer: Customer = { kind: 'app', reason };
  return { kind: 'customer-ready', customer };
}
