import { z } from 'zod';
import { fail, ok, type Result } from '../../domain/result';
import { placeholdersIn, type Template, type TemplateButtonKind, type TemplateStatus } from '../../domain/template';
import { maybe } from '../lenient';
import { parseJson } from '../parseJson';
import type { ProviderAnswer, ProviderRequest, TemplatePage } from '../provider';
import { isGood } from '../sendResult';
import { type Account, getRequest } from './account';
import { errorIn } from './errors';
import { bare } from './payloads';

/** All templates of a sender come at once. https://www.infobip.com/docs/api/channels/whatsapp/whatsapp-template-management (read 2026-11) */
export const listTemplates = (account: Account, receiver: string): ProviderRequest =>
  getRequest(account, `/whatsapp/2/senders/${encodeURIComponent(bare(receiver))}/templates`);

export function readTemplates(answer: ProviderAnswer): Result<TemplatePage, string> {
  const body = parseJson(answer.body);
  const page = z.object({ templates: z.array(z.unknown()) }).safeParse(body);
  if (isGood(answer) && page.success)
    return ok({ templates: page.data.templates.flatMap((raw) => templateOf(raw) ?? []) });
  const said = errorIn(body)?.detail?.slice(0, 300);
  return fail(`Infobip did not list the templates (HTTP ${answer.status}).${said ? ` Infobip says: ${said}` : ''}`);
}

function templateOf(raw: unknown): Template | undefined {
  const parsed = RawTemplate.safeParse(raw);
  if (!parsed.success) return undefined;
  const { name, language, status, category, structure } = parsed.data;
  const body = structure?.body?.text ?? '';
  const header = headerOf(structure?.header);
  const footer = structure?.footer?.text;
  return {
    // Infobip sends a template by its name and language.
    id: name,
    name,
    language,
    status: STATUS[status ?? ''] ?? 'unknown',
    ...(category && { category: category.toLowerCase() }),
    ...(header && { header }),
    body,
    placeholders: placeholdersIn(body),
    ...(footer && { footer }),
    buttons: (structure?.buttons ?? []).flatMap((one) => buttonOf(one) ?? []),
  };
}

function headerOf(header: z.infer<typeof Header> | undefined): Template['header'] {
  const kind = HEADERS[header?.format ?? ''];
  if (!header || !kind) return undefined;
  const { text } = header;
  return { kind, ...(text && { text }), placeholders: kind === 'text' ? placeholdersIn(text ?? '').length : 0 };
}

function buttonOf(raw: unknown): Template['buttons'][number] | undefined {
  const parsed = Button.safeParse(raw);
  if (!parsed.success) return undefined;
  const { type, text = '', url = '' } = parsed.data;
  const kind = BUTTONS[type] ?? 'other';
  return { kind, text, takesValue: kind === 'copy-code' || (kind === 'url' && placeholdersIn(url).length > 0) };
}

const STATUS: Readonly<Record<string, TemplateStatus>> = {
  APPROVED: 'approved',
  REINSTATED: 'approved',
  // Complained about, and still sent.
  FLAGGED: 'approved',
  PENDING: 'pending',
  IN_APPEAL: 'pending',
  REJECTED: 'rejected',
  FIRST_PAUSED: 'paused',
  SECOND_PAUSED: 'paused',
  DISABLED: 'disabled',
  PENDING_DELETION: 'disabled',
  DELETED: 'disabled',
};
const HEADERS: Readonly<Record<string, NonNullable<Template['header']>['kind']>> = {
  TEXT: 'text',
  IMAGE: 'image',
  VIDEO: 'video',
  DOCUMENT: 'document',
  LOCATION: 'location',
};
const BUTTONS: Readonly<Record<string, TemplateButtonKind>> = {
  QUICK_REPLY: 'quick-reply',
  URL: 'url',
  PHONE_NUMBER: 'phone',
  COPY_CODE: 'copy-code',
  FLOW: 'flow',
};

const Header = z.object({ format: maybe(z.string()), text: maybe(z.string()) });
const Text = z.object({ text: maybe(z.string()) });
const RawTemplate = z.object({
  name: z.string().min(1),
  language: z.string().min(1),
  status: maybe(z.string()),
  category: maybe(z.string()),
  structure: maybe(
    z.object({
      header: maybe(Header),
      body: maybe(Text),
      footer: maybe(Text),
      buttons: maybe(z.array(z.unknown())),
    }),
  ),
});
const Button = z.object({ type: z.string(), text: maybe(z.string()), url: maybe(z.string()) });
