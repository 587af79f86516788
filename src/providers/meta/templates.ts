import { z } from 'zod';
import { fail, ok, type Result } from '../../domain/result';
import { list, maybe } from '../lenient';
import { parseJson } from '../parseJson';
import type { ProviderAnswer, ProviderRequest, TemplatePage } from '../provider';
import { isGood } from '../sendResult';
import { templateOf } from '../whatsAppTemplates';
import { errorIn, getRequest } from './outbound';

// https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management (read 2026-11)
const FIELDS = 'name,language,status,category,components';
const PAGE = 100;

export function listTemplates(businessAccountId: string, accessToken: string, cursor?: string): ProviderRequest {
  const query = new URLSearchParams({ fields: FIELDS, limit: String(PAGE), ...(cursor && { after: cursor }) });
  return getRequest(`${encodeURIComponent(businessAccountId)}/message_templates?${query.toString()}`, accessToken);
}

export function readTemplates(answer: ProviderAnswer): Result<TemplatePage, string> {
  const body = parseJson(answer.body);
  const page = Page.safeParse(body);
  if (!isGood(answer) || !page.success) return fail(refusal(answer, body));
  const templates = page.data.data.flatMap((raw) => templateOf(raw) ?? []);
  const { paging } = page.data;
  const cursor = paging?.next ? paging.cursors?.after : undefined;
  return ok({ templates, ...(cursor && { cursor }) });
}

function refusal(answer: ProviderAnswer, body: unknown): string {
  const said = errorIn(body)?.detail?.slice(0, 300);
  return `Meta did not list the templates (HTTP ${answer.status}).${said ? ` Meta says: ${said}` : ''}`;
}

const Page = z.object({
  data: list,
  paging: maybe(z.object({ cursors: maybe(z.object({ after: maybe(z.string()) })), next: maybe(z.string()) })),
});
