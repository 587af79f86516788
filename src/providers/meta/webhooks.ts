import { z } from 'zod';
import { maybe } from '../lenient';
import { parseJson } from '../parseJson';
import type { ProviderAnswer, WebhookRequests } from '../provider';
import { isGood } from '../sendResult';
import { getRequest } from './outbound';

/**
 * The apps that are subscribed to the account, and per number the addresses that may be set for it, for its account and for
 * the app: the first of them counts.
 * https://developers.facebook.com/docs/whatsapp/embedded-signup/webhooks/override (read 2026-11)
 */
export const webhookRequests = (businessAccountId: string, accessToken: string): WebhookRequests => ({
  toRequests: (numbers) => [
    getRequest(`${encodeURIComponent(businessAccountId)}/subscribed_apps`, accessToken),
    ...numbers.map(({ receiver }) =>
      getRequest(`${encodeURIComponent(receiver)}?fields=webhook_configuration`, accessToken),
    ),
  ],
  readAnswers([apps, ...answers], numbers) {
    if (read(apps, Apps)?.data.length === 0) return numbers.map((number) => ({ ...number, urls: [] }));
    return numbers.flatMap((number, place) => {
      const configured = read(answers[place], Configured)?.webhook_configuration;
      if (!configured) return [];
      const first = configured.phone_number ?? configured.whatsapp_business_account ?? configured.application;
      return [{ ...number, urls: first === undefined ? [] : [first] }];
    });
  },
});

const read = <Value>(answer: ProviderAnswer | undefined, schema: z.ZodType<Value>): Value | undefined =>
  answer && isGood(answer) ? schema.safeParse(parseJson(answer.body)).data : undefined;

const Apps = z.object({ data: z.array(z.unknown()) });
const address = maybe(z.string().min(1));
const Configured = z.object({
  webhook_configuration: z.object({ phone_number: address, whatsapp_business_account: address, application: address }),
});
