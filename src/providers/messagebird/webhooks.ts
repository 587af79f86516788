import { z } from 'zod';
import { list, maybe } from '../lenient';
import { parseJson } from '../parseJson';
import type { WebhookRequests } from '../provider';
import { isGood } from '../sendResult';
import { getRequest } from './api';

/**
 * The webhooks of the Conversations API, each for a channel or for all. Where an SMS number leads is told by the flow it
 * starts, which cannot be asked.
 * https://developers.messagebird.com/api/conversations/#list-webhooks (read 2026-11)
 */
export const webhookRequests = (accessKey: string): WebhookRequests => ({
  toRequests: () => [getRequest('https://conversations.messagebird.com/v1/webhooks?limit=20', accessKey)],
  readAnswers([answer], numbers) {
    const page = answer && isGood(answer) ? Page.safeParse(parseJson(answer.body)).data : undefined;
    if (!page) return [];
    const webhooks = page.items.flatMap((raw) => Webhook.safeParse(raw).data ?? []).filter(isAtWork);
    return numbers
      .filter(({ channel }) => channel === 'whatsapp')
      .map((number) => {
        const own = webhooks.filter(({ channelId }) => channelId === undefined || channelId === number.receiver);
        return { ...number, urls: own.map(({ url }) => url) };
      });
  },
});

const isAtWork = ({ status, events }: z.infer<typeof Webhook>): boolean =>
  status !== 'disabled' && events.includes('message.created');

const Page = z.object({ items: z.array(z.unknown()) });
const Webhook = z.object({
  url: z.string(),
  channelId: maybe(z.string().min(1)),
  events: list,
  status: maybe(z.string()),
});
