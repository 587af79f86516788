import type { WebTriggerResponse } from '@forge/api';
import { z } from 'zod';
import { receiveWebhook, type InboundCall } from '../app/receiveWebhook';
import type { WebhookAnswer } from '../providers/provider';
import { app } from './app';
import { reportFailure } from './reportFailure';

const AGAIN: WebhookAnswer = { status: 503, headers: { 'retry-after': '60' }, body: '' };
const UNREADABLE: WebhookAnswer = { status: 400, headers: {}, body: '' };

/** The web trigger `inbound`: providers post here. An error is answered 503, so that the provider comes again. */
export async function inbound(request: unknown): Promise<WebTriggerResponse> {
  const call = TriggerRequest.safeParse(request);
  if (!call.success) return responseOf(UNREADABLE);
  try {
    return responseOf(await receiveWebhook(app, call.data));
  } catch (error) {
    reportFailure('webhook failed', error);
    return responseOf(AGAIN);
  }
}

/** Forge gives every header and query value as an array, header names as they came, and splits query values at commas. */
const TriggerRequest = z
  .object({
    method: z.string(),
    userPath: z.string().catch(''),
    queryParameters: z.record(z.string(), z.array(z.string())).catch({}),
    headers: z.record(z.string(), z.array(z.string())),
    body: z.string().catch(''),
  })
  .transform(({ method, userPath, queryParameters, headers, body }): InboundCall => ({
    method,
    path: userPath,
    query: joined(queryParameters, ','),
    headers: lowerCase(joined(headers, ', ')),
    body,
  }));

const joined = (values: Readonly<Record<string, readonly string[]>>, by: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all.join(by)]));

const lowerCase = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** Header values must be arrays; anything else Forge answers with 500. */
const responseOf = ({ status, headers, body }: WebhookAnswer): WebTriggerResponse => ({
  statusCode: status,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
  body,
});
