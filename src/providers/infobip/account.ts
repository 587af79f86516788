import { z } from 'zod';
import type { ProviderRequest } from '../provider';
import type { WebhookKeys } from './verify';
import { parseWebhookSecurity } from './webhookSecurity';

/** What every request needs: the account's own host and its key. */
export type Account = { readonly baseUrl: string; readonly apiKey: string };

/** Pasted with scheme and slash as well as without. */
const BASE_URL = /^(?:https:\/\/)?((?:[a-z0-9-]{1,63}\.)?api\.infobip\.com)\/?$/i;

export const Credentials = z.object({
  baseUrl: z
    .string()
    .trim()
    .regex(BASE_URL)
    .transform((typed) => `https://${BASE_URL.exec(typed)?.[1]?.toLowerCase() ?? ''}`),
  apiKey: z.string().trim().regex(/^\S+$/),
  // 255 is the most that Infobip takes (Subscriptions API, security settings).
  webhookSecret: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{12,255}$/),
  webhookSecurity: z
    .string()
    .trim()
    .transform((typed, context) => {
      const security = parseWebhookSecurity(typed);
      if (!security) context.addIssue({ code: 'custom', message: 'unknown webhook security' });
      return security ?? z.NEVER;
    }),
});
export type Credentials = Account & WebhookKeys;

// https://www.infobip.com/docs/essentials/api-essentials/api-authentication (read 2026-11)
export const getRequest = ({ baseUrl, apiKey }: Account, path: string): ProviderRequest => ({
  method: 'GET',
  url: `${baseUrl}${path}`,
  headers: { authorization: `App ${apiKey}`, accept: 'application/json' },
});

export const postRequest = (account: Account, path: string, body: object): ProviderRequest => ({
  ...getRequest(account, path),
  method: 'POST',
  headers: { ...getRequest(account, path).headers, 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
