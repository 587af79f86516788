import type { MessageView } from '../contract/messageViews';
import type { Message } from '../domain/message';
import type { Thread } from '../domain/thread';
import { loadBreaker } from '../storage/breaker';
import { findNumber } from '../storage/numbers';
import type { App } from './call';

/**
 * Why messages of a page are not on their way yet, and when they are tried: their connection rests, or their lane keeps a
 * pause that the provider asked for. Read only where a message is queued.
 */
export async function heldUp(
  app: App,
  { head }: Thread,
  page: readonly Message[],
): Promise<(message: Message, view: MessageView) => MessageView> {
  const queued = page.filter(isQueued);
  if (queued.length === 0) return (_, view) => view;
  const [first] = head.lanes.phone.queue;
  const pausedUntil = first && first.attempts > 0 ? (first.notBefore ?? 0) : 0;
  const numbers = [...new Set(queued.map(({ number }) => number))];
  const rests = new Map(await Promise.all(numbers.map(async (number) => [number, await restOf(app, number)] as const)));
  return (message, view) => {
    if (!isQueued(message) || !view.delivery) return view;
    const rest = rests.get(message.number);
    const until = Math.max(rest?.until ?? 0, rest ? (first?.notBefore ?? 0) : pausedUntil);
    if (!rest && until <= app.ports.clock.now()) return view;
    const waits = { because: rest?.because ?? 'rate-limited', until: new Date(until).toISOString() };
    return { ...view, delivery: { ...view.delivery, waits } };
  };
}

const isQueued = (message: Message): boolean =>
  message.direction === 'outbound' && message.delivery.status === 'queued';

async function restOf(app: App, number: Message['number']) {
  const open = await findNumber(app.ports, number);
  return open && (await loadBreaker(app.ports, { connection: open.connection.id }))?.rest;
}
