import { z } from 'zod';
import { fail, ok, type Result } from '../../domain/result';
import type { Template } from '../../domain/template';
import { maybe } from '../lenient';
import { parseJson } from '../parseJson';
import type { ProviderAnswer, ProviderRequest, TemplatePage } from '../provider';
import { isGood } from '../sendResult';
import { byPlaceAlone, templateOf } from '../whatsAppTemplates';
import { errorIn, getRequest } from './api';

// https://developers.messagebird.com/api/integrations#list-templates (read 2026-11)
const TEMPLATES = 'https://integrations.messagebird.com/v2/platforms/whatsapp/templates';
const PAGE = 100;

/** The cursor is the number of templates seen so far. */
export function listTemplates(accessKey: string, cursor = '0'): ProviderRequest {
  const offset = /^\d{1,6}$/.test(cursor) ? cursor : '0';
  return getRequest(`${TEMPLATES}?limit=${PAGE}&offset=${offset}`, accessKey);
}

export function readTemplates(answer: ProviderAnswer): Result<TemplatePage, string> {
  const body = parseJson(answer.body);
  const page = Page.safeParse(body);
  if (!isGood(answer) || !page.success) return fail(refusal(answer, body));
  const { items, offset = 0, totalCount = 0 } = page.data;
  const next = offset + items.length;
  const hasMore = items.length > 0 && next < totalCount;
  return ok({
    templates: items.flatMap((raw) => templateIn(raw) ?? []),
    ...(hasMore && { cursor: String(next) }),
  });
}

/** A send names a template by its namespace as well: a template's id here is both, as in `<namespace>/<name>`. */
export const namespaceIn = (id: string): string => (id.includes('/') ? id.slice(0, id.lastIndexOf('/')) : '');

function refusal(answer: ProviderAnswer, body: unknown): string {
  const said = errorIn(body)?.detail?.slice(0, 300);
  return `MessageBird did not list the templates (HTTP ${answer.status}).${said ? ` MessageBird says: ${said}` : ''}`;
}

function templateIn(raw: unknown): Template | undefined {
  const template = templateOf(raw);
  if (!template) return undefined;
  const namespace = Namespaced.safeParse(raw).data?.namespace;
  return byPlaceAlone(namespace ? { ...template, id: `${namespace}/${template.name}` } : template);
}

const Page = z.object({
  items: z.array(z.unknown()),
  offset: maybe(z.int().nonnegative()),
  totalCount: maybe(z.int().nonnegative()),
});
const Namespaced = z.object({ namespace: z.string() });
