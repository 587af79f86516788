import { z } from 'zod';
import { parseJson } from '../parseJson';
import type { WebhookRequest } from '../provider';
import type { ParsedWebhook } from '../providerEvent';
import { conversationEvent } from './conversations';
import { fieldsFrom, Webhook } from './payloads';
import { smsEvent } from './sms';

/**
 * One event per webhook: WhatsApp comes as JSON of the Conversations API, SMS as a form or in the query, reports about
 * SMS by GET. https://developers.messagebird.com/api (read 2026-11)
 */
export function parse(request: WebhookRequest): ParsedWebhook {
  const outcome = outcomeOf(request);
  return typeof outcome === 'string' ? { events: [], ignored: [outcome] } : { events: [outcome], ignored: [] };
}

function outcomeOf(request: WebhookRequest) {
  if (request.method === 'GET') return smsEvent(fieldsFrom(Object.entries(request.query)), request.suffix);
  if (!/^\s*[{[]/.test(request.body)) return smsEvent(fieldsFrom(new URLSearchParams(request.body)), request.suffix);
  const body = parseJson(request.body);
  const flat = Flat.safeParse(body);
  if (flat.success && 'originator' in flat.data) return smsEvent(fieldsFrom(Object.entries(flat.data)), request.suffix);
  const webhook = Webhook.safeParse(body);
  return webhook.success ? conversationEvent(webhook.data, request.suffix) : 'unreadable body';
}

/** The Flow Builder can forward an SMS as JSON too; fields that are no text are none of those we read. */
const Flat = z.record(z.string(), z.string().or(z.unknown().transform(() => '')));
