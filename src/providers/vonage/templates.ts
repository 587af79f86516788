import { z } from 'zod';
import { fail, ok, type Result } from '../../domain/result';
import { list, maybe } from '../lenient';
import { parseJson } from '../parseJson';
import type { ProviderAnswer, TemplatePage, TemplateRequests } from '../provider';
import { isGood } from '../sendResult';
import { templateOf } from '../whatsAppTemplates';
import { authorized } from './authorized';
import type { VonageCredentials } from './credentials';
import { problemIn } from './errors';

const PAGE = 100;

/** Undefined where no WhatsApp Business account is named: SMS has no templates. */
export function templateRequests(credentials: VonageCredentials): TemplateRequests | undefined {
  const { whatsAppAccountId: id } = credentials;
  if (!id) return undefined;
  return {
    list({ cursor }, now) {
      const url = templatesUrl(id, { limit: String(PAGE), ...(cursor && { after: cursor }) });
      return authorized({ method: 'GET', url, headers: { accept: 'application/json' } }, credentials, now);
    },
    readPage: readTemplates,
  };
}

/** https://developer.vonage.com/en/api/whatsapp-template-management (read 2026-11) */
export const templatesUrl = (accountId: string, query: Readonly<Record<string, string>>): string =>
  `https://api.nexmo.com/v2/whatsapp-manager/wabas/${accountId}/templates?${new URLSearchParams(query).toString()}`;

function readTemplates(answer: ProviderAnswer): Result<TemplatePage, string> {
  const body = parseJson(answer.body);
  const page = Page.safeParse(body);
  if (!isGood(answer) || !page.success) return fail(refusal(answer, body));
  const { templates, paging } = page.data;
  const cursor = paging?.next ? paging.cursors?.after : undefined;
  return ok({ templates: templates.flatMap((raw) => templateOf(raw) ?? []), ...(cursor && { cursor }) });
}

function refusal({ status }: ProviderAnswer, body: unknown): string {
  const said = problemIn(body)?.detail?.slice(0, 300);
  return `Vonage did not list the templates (HTTP ${status}).${said ? ` Vonage says: ${said}` : ''}`;
}

const Page = z.object({
  templates: list,
  paging: maybe(z.object({ cursors: maybe(z.object({ after: maybe(z.string()) })), next: maybe(z.string()) })),
});
