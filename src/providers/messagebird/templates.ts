import { z } from 'zod';
import { fail, ok, type Result } from '../../domain/result';
import {
  placeholdersIn,
  type Template,
  type TemplateButtonKind,
  type TemplateHeaderKind,
  type TemplateStatus,
} from '../../domain/template';
import { list, maybe } from '../lenient';
import { parseJson } from '../parseJson';
import type { ProviderAnswer, ProviderRequest, TemplatePage } from '../provider';
import { isGood } from '../sendResult';
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
    templates: items.flatMap((raw) => templateOf(raw) ?? []),
    ...(hasMore && { cursor: String(next) }),
  });
}

/** A send names a template by its namespace as well: a template's id here is both, as in `<namespace>/<name>`. */
export const namespaceIn = (id: string): string => (id.includes('/') ? id.slice(0, id.lastIndexOf('/')) : '');

function refusal(answer: ProviderAnswer, body: unknown): string {
  const said = errorIn(body)?.detail?.slice(0, 300);
  return `MessageBird did not list the templates (HTTP ${answer.status}).${said ? ` MessageBird says: ${said}` : ''}`;
}

function templateOf(raw: unknown): Template | undefined {
  const parsed = RawTemplate.safeParse(raw);
  if (!parsed.success) return undefined;
  const { name, namespace, language, status, category } = parsed.data;
  const components = parsed.data.components.flatMap((one) => Component.safeParse(one).data ?? []);
  const part = (type: string) => components.find((component) => component.type.toUpperCase() === type);
  const body = part('BODY')?.text ?? '';
  const footer = part('FOOTER')?.text;
  const header = headerOf(part('HEADER'));
  return {
    id: namespace ? `${namespace}/${name}` : name,
    name,
    language,
    status: STATUS[status?.toUpperCase() ?? ''] ?? 'unknown',
    ...(category && { category: category.toLowerCase() }),
    ...(header && { header }),
    body,
    placeholders: placeholdersIn(body),
    ...(footer && { footer }),
    buttons: (part('BUTTONS')?.buttons ?? []).flatMap((one) => buttonOf(one) ?? []),
  };
}

function headerOf(component: z.infer<typeof Component> | undefined): Template['header'] {
  const kind = HEADERS[component?.format?.toUpperCase() ?? ''];
  if (!component || !kind) return undefined;
  const { text } = component;
  return { kind, ...(text && { text }), placeholders: kind === 'text' ? placeholdersIn(text ?? '').length : 0 };
}

function buttonOf(raw: unknown): Template['buttons'][number] | undefined {
  const parsed = Button.safeParse(raw);
  if (!parsed.success) return undefined;
  const { type, text = '', url = '' } = parsed.data;
  const kind = BUTTONS[type.toUpperCase()] ?? 'other';
  return { kind, text, takesValue: kind === 'url' && placeholdersIn(url).length > 0 };
}

const STATUS: Readonly<Record<string, TemplateStatus>> = {
  APPROVED: 'approved',
  NEW: 'pending',
  PENDING: 'pending',
  REJECTED: 'rejected',
  PAUSED: 'paused',
  DISABLED: 'disabled',
  PENDING_DELETION: 'disabled',
  DELETED: 'disabled',
};
const HEADERS: Readonly<Record<string, TemplateHeaderKind>> = {
  TEXT: 'text',
  IMAGE: 'image',
  VIDEO: 'video',
  DOCUMENT: 'document',
};
const BUTTONS: Readonly<Record<string, TemplateButtonKind>> = {
  QUICK_REPLY: 'quick-reply',
  URL: 'url',
  PHONE_NUMBER: 'phone',
};

const Page = z.object({
  items: z.array(z.unknown()),
  offset: maybe(z.int().nonnegative()),
  totalCount: maybe(z.int().nonnegative()),
});
const RawTemplate = z.object({
  name: z.string().min(1),
  namespace: maybe(z.string()),
  language: z.string().min(1),
  status: maybe(z.string()),
  category: maybe(z.string()),
  components: list,
});
const Component = z.object({
  type: z.string(),
  format: maybe(z.string()),
  text: maybe(z.string()),
  buttons: maybe(z.array(z.unknown())),
});
const Button = z.object({ type: z.string(), text: maybe(z.string()), url: maybe(z.string()) });
