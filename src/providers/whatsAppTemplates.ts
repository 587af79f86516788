import { z } from 'zod';
import {
  isPosition,
  placeholdersIn,
  type Template,
  type TemplateButtonKind,
  type TemplateStatus,
} from '../domain/template';
import { list, maybe } from './lenient';

/**
 * A template as WhatsApp itself lists it, in our words; providers that pass the list on spell it the same. Undefined for
 * anything else. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management (read 2026-11)
 */
export function templateOf(raw: unknown): Template | undefined {
  const parsed = RawTemplate.safeParse(raw);
  if (!parsed.success) return undefined;
  const { name, language, status, category } = parsed.data;
  const components = parsed.data.components.flatMap((one) => Component.safeParse(one).data ?? []);
  const part = (type: string) => components.find((component) => component.type.toUpperCase() === type);
  const body = part('BODY')?.text ?? '';
  const footer = part('FOOTER')?.text;
  const header = headerOf(part('HEADER'));
  const hasMore = components.some(({ type }) => !PARTS.includes(type.toUpperCase()));
  return {
    id: name,
    name,
    language,
    status: STATUS[status?.toUpperCase() ?? ''] ?? 'unknown',
    ...(category && { category: category.toLowerCase() }),
    ...(header && { header }),
    body,
    placeholders: placeholdersIn(body),
    ...(footer && { footer }),
    buttons: (part('BUTTONS')?.buttons ?? []).flatMap((one) => buttonOf(one) ?? []),
    ...(hasMore && { obstacle: 'parts' }),
  };
}

/** Carousels and offers that end are further parts, which need values of their own. */
const PARTS = ['HEADER', 'BODY', 'FOOTER', 'BUTTONS'];

/** For providers that take values by their place alone: a placeholder that has a name cannot be filled in. */
export function byPlaceAlone(template: Template): Template {
  const { placeholders, header } = template;
  const names = [...placeholders, ...(header?.placeholder === undefined ? [] : [header.placeholder])];
  return names.every(isPosition) ? template : { ...template, obstacle: 'named-values' };
}

function headerOf(component: z.infer<typeof Component> | undefined): Template['header'] {
  if (!component?.format) return undefined;
  const kind = HEADERS[component.format.toUpperCase()] ?? 'other';
  if (kind !== 'text') return { kind, placeholders: 0 };
  const { text } = component;
  const [placeholder, ...others] = placeholdersIn(text ?? '');
  return {
    kind,
    ...(text && { text }),
    placeholders: placeholder === undefined ? 0 : 1 + others.length,
    ...(placeholder !== undefined && { placeholder }),
  };
}

function buttonOf(raw: unknown): Template['buttons'][number] | undefined {
  const parsed = Button.safeParse(raw);
  if (!parsed.success) return undefined;
  const { type, text = '', url = '' } = parsed.data;
  const kind = BUTTONS[type.toUpperCase()] ?? 'other';
  const isOpen = kind === 'url' && placeholdersIn(url).length > 0;
  return { kind, text, takesValue: isOpen || TAKING.includes(type.toUpperCase()), ...(isOpen && { url }) };
}

/** Codes, forms and product lists: what they need is part of every send. */
const TAKING = ['COPY_CODE', 'OTP', 'FLOW', 'MPM', 'SPM'];

const STATUS: Readonly<Record<string, TemplateStatus>> = {
  APPROVED: 'approved',
  PENDING: 'pending',
  IN_APPEAL: 'pending',
  REJECTED: 'rejected',
  PAUSED: 'paused',
  DISABLED: 'disabled',
  LIMIT_EXCEEDED: 'disabled',
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

const RawTemplate = z.object({
  name: z.string().min(1),
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
