import { z } from 'zod';
import { fail, ok, type Result } from '../../domain/result';
import {
  filledTemplate,
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
  const { sid, friendly_name, language, approval_requests: approval } = parsed.data;
  const type = typeOf(parsed.data);
  const { name: approved = '' } = approval ?? {};
  const part = Part.safeParse(parsed.data.types[type]).data;
  const header = part && headerOf(part, parsed.data.variables ?? {});
  const body = part?.title ?? part?.body ?? '';
  const footer = part?.subtitle ?? part?.footer;
  return {
    id: sid,
    name: approved === '' ? friendly_name : approved,
    language: language ?? 'en',
    status: STATUS[approval?.status ?? ''] ?? 'unknown',
    ...(approval?.category && { category: approval.category.toLowerCase() }),
    ...(header && { header }),
    body,
    placeholders: placeholdersIn(body),
    ...(footer && { footer }),
    buttons: (part?.actions ?? []).flatMap((one) => buttonOf(one) ?? []),
    sharesNames: true,
    ...(!SENT_TYPES.includes(type) && { obstacle: 'parts' }),
  };
}

/** The one that WhatsApp approved, else the first: a content can have several, for several channels. */
function typeOf({ types, approval_requests: approval }: z.infer<typeof Content>): string {
  const approved = approval?.content_type;
  return approved && approved in types ? approved : (Object.keys(types)[0] ?? '');
}

/** Made of what agents can fill in; lists, carousels, catalogs and places are not. */
const SENT_TYPES = [
  'twilio/text',
  'twilio/quick-reply',
  'twilio/call-to-action',
  'twilio/media',
  'twilio/card',
  'whatsapp/card',
];

/** A file is the content's own: it has a fixed address, or one whose end is a variable. */
function headerOf({ header_text: text, media }: z.infer<typeof Part>, samples: Samples): Template['header'] {
  const [address] = media ?? [];
  const shown = text ?? address;
  if (shown === undefined) return undefined;
  const names = placeholdersIn(shown);
  const sample = filledTemplate(
    shown,
    names.map((name) => samples[name] ?? ''),
  );
  const [placeholder] = names;
  return {
    kind: text === undefined ? kindOf(sample) : 'text',
    text: shown,
    placeholders: names.length,
    ...(placeholder !== undefined && { placeholder }),
  };
}

function kindOf(address: string): TemplateHeaderKind {
  if (/\.(?:jpe?g|png|webp)$/i.test(address)) return 'image';
  return /\.(?:mp4|3gp)$/i.test(address) ? 'video' : 'document';
}

function buttonOf(raw: unknown): Template['buttons'][number] | undefined {
  const parsed = Action.safeParse(raw);
  if (!parsed.success) return undefined;
  const { type = 'QUICK_REPLY', title = '', url = '', code = '' } = parsed.data;
  const kind = BUTTONS[type.toUpperCase()] ?? 'other';
  const [placeholder] = placeholdersIn(kind === 'copy-code' ? code : url);
  if (placeholder === undefined) return { kind, text: title, takesValue: false };
  return { kind, text: title, takesValue: true, placeholder, ...(kind === 'url' && { url }) };
}

const STATUS: Readonly<Record<string, TemplateStatus>> = {
  approved: 'approved',
  received: 'pending',
  pending: 'pending',
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
  variables: maybe(z.record(z.string(), z.string())),
  types: z.record(z.string(), z.unknown()),
  approval_requests: maybe(
    z.object({
      name: maybe(z.string()),
      status: maybe(z.string()),
      category: maybe(z.string()),
      content_type: maybe(z.string()),
    }),
  ),
});
const Part = z.object({
  title: maybe(z.string()),
  subtitle: maybe(z.string()),
  body: maybe(z.string()),
  header_text: maybe(z.string()),
  footer: maybe(z.string()),
  media: maybe(z.array(z.string())),
  actions: maybe(z.array(z.unknown())),
});
const Action = z.object({
  type: maybe(z.string()),
  title: maybe(z.string()),
  url: maybe(z.string()),
  code: maybe(z.string()),
});
type Samples = Readonly<Record<string, string>>;
