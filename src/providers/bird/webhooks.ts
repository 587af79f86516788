import { z } from 'zod';
import { list, maybe } from '../lenient';
import { parseJson } from '../parseJson';
import type { WebhookRequests } from '../provider';
import { isGood } from '../sendResult';
import { type BirdCredentials, getRequest } from './outbound';

/**
 * The webhook subscriptions of the workspace, each for one event and perhaps for one channel.
 * https://docs.bird.com/api/notifications-api/api-reference/webhook-subscriptions/list-webhook-subscriptions (read 2026-11)
 */
export const webhookRequests = (credentials: BirdCredentials): WebhookRequests => ({
  toRequests: () => [getRequest(credentials, 'webhook-subscriptions?limit=100')],
  readAnswers([answer], numbers) {
    const page = answer && isGood(answer) ? Page.safeParse(parseJson(answer.body)).data : undefined;
    if (!page) return [];
    const subscriptions = page.results.flatMap((raw) => Subscription.safeParse(raw).data ?? []);
    return numbers.map((number) => {
      const own = subscriptions.filter(
        ({ event, status, eventFilters }) =>
          event === `${number.channel}.inbound` && status !== 'inactive' && isFor(eventFilters, number.receiver),
      );
      return { ...number, urls: own.map(({ url }) => url) };
    });
  },
});

/** Without a filter for channels a subscription is for all. */
function isFor(filters: readonly unknown[], channel: string): boolean {
  const wanted = filters.flatMap((raw) => Filter.safeParse(raw).data ?? []).filter(({ key }) => key === 'channelId');
  return wanted.length === 0 || wanted.some(({ value }) => value === channel);
}

const Page = z.object({ results: z.array(z.unknown()) });
const Filter = z.object({ key: z.string(), value: z.string() });
const Subscription = z.object({
  event: z.string(),
  url: z.string(),
  status: maybe(z.string()),
  eventFilters: list,
});
