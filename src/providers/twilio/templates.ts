import { z } from 'zod';
import { fail, ok, type Result } from '../../domain/result';
import { placeholdersIn, type Template, type TemplateButtonKind, type TemplateStatus } from '../../domain/template';
import { list, maybe } from '../lenient';
import { parseJson } from '../parseJson';
import type { ProviderAnswer, ProviderRequest, TemplatePage } from '../provider';
import { isGood } from '../sendResult';
import { basic, errorIn } from './outbound';
import type { TwilioCredentials } from './verify';

// https://www.twilio.com/docs/content/content-and-approvals-resource (read 2026-11)
const FIRST_PAGE = 'https://content.twilio.com/v1/ContentAndApprovals?PageSize=100';

/** The cursor is Twilio's own address of the next page; any other host is not followed. */
export const listTemplates = (credentials: TwilioCredentials, cursor?: string): ProviderRequest => ({
  method: 'GET',
  url: cursor?.startsWith('https://content.twilio.com/') ? cursor : FIRST_PAGE,
  headers: basic(credentials),
});

export function readTemplates(answer: ProviderAnswer): Result<TemplatePage, string> {
  const body = parseJson(answer.body);
  const page = Page.safeParse(body);
  if (!isGood(answer) || !page.success) return fail(refusal(answer, body));
  const cursor = page.data.meta?.next_page_url;
  return ok({ templates: page.data.contents.flatMap((raw) => templateOf(raw) ?? []), ...(cursor && { cursor }) });
}

function refusal(answer: ProviderAnswer, body: unknown): string {
  const said = errorIn(body)?.detail?.slice(0, 300);
  return `Twilio did not list the templates (HTTP ${answer.status}).${said ? ` Twilio says: ${said}` : ''}`;
}

function templateOf(raw: unknown): Template | undefined {
  const parsed = Content.safeParse(raw);
  if (!parsed.success) return undefined;
  const { sid, friendly_name, language, types, approval_requests: approval } = parsed.data;
  const part = Object.values(types).flatMap((type) => Part.safeParse(type).data ?? [])[0];
  const body = part?.body ?? '';
  const header = part?.header_text;
  const [file] = part?.media ?? [];
  return {
    id: sid,
    name: approval?.name ?? friendly_name,
    language: language ?? 'en',
    status: STATUS[approval?.status ?? ''] ?? 'unknown',
    ...(approval?.category && { category: approval.category.toLowerCase() }),
    ...(header && { header: { kind: 'text', text: header, placeholders: placeholdersIn(header).length } }),
    ...(!header && file !== undefined && { header: { kind: 'image', placeholders: placeholdersIn(file).length } }),
    body,
    placeholders: placeholdersIn(body),
    ...(part?.footer && { footer: part.footer }),
    buttons: (part?.actions ?? []).flatMap((one) => buttonOf(one) ?? []),
  };
}

function buttonOf(raw: unknown): Template['buttons'][number] | undefined {
  const parsed = Action.safeParse(raw);
  if (!parsed.success) return undefined;
  const { type = 'QUICK_REPLY', title = '', url = '' } = parsed.data;
  const kind = BUTTONS[type.toUpperCase()] ?? 'other';
  return { kind, text: title, takesValue: kind === 'url' && placeholdersIn(url).length > 0 };
}

const STATUS: Readonly<Record<string, TemplateStatus>> = {
  approved: 'approved',
  received: 'pending',
  pending: 'pending',
  unsubmitted: 'pending',
  rejected: 'rejected',
  paused: 'paused',
  disabled: 'disabled',
};
const BUTTONS: Readonly<Record<string, TemplateButtonKind>> = {
  QUICK_REPLY: 'quick-reply',
  URL: 'url',
  PHONE_NUMBER: 'phone',
  COPY_CODE: 'copy-code',
};

const Page = z.object({ contents: list, meta: maybe(z.object({ next_page_url: maybe(z.string()) })) });
const Content = z.object({
  sid: z.string().min(1),
  friendly_name: z.string(),
  language: maybe(z.string()),
  types: z.record(z.string(), z.unknown()),
  approval_requests: maybe(
    z.object({ name: maybe(z.string()), status: maybe(z.string()), category: maybe(z.string()) }),
  ),
});
const Part = z.object({
  body: maybe(z.string()),
  header_text: maybe(z.string()),
  footer: maybe(z.string()),
  media: maybe(z.array(z.string())),
  actions: maybe(z.array(z.unknown())),
});
const Action = z.object({ type: maybe(z.string()), title: maybe(z.string()), url: maybe(z.string()) });
