import type { MediaKind } from '../domain/content';
import { isPosition } from '../domain/template';
import type { OutboundTemplate } from './outboundMessage';

/**
 * A template with its values as WhatsApp itself spells it; providers that pass it on unchanged take the same.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management (read 2026-11)
 */
export function templatePart(template: OutboundTemplate): object {
  const { name, language, header, body, placeholders, buttons } = template;
  const components = [
    ...(header ? [{ type: 'header', parameters: [headerParameter(header)] }] : []),
    ...(body.length > 0
      ? [{ type: 'body', parameters: body.map((text, place) => textParameter(text, placeholders?.[place])) }]
      : []),
    ...buttons.map(buttonComponent),
  ];
  return { name, language: { code: language }, ...(components.length > 0 && { components }) };
}

function headerParameter(header: NonNullable<OutboundTemplate['header']>): object {
  if (header.kind === 'text') return textParameter(header.value, header.name);
  const type = TYPES[header.file.kind] ?? 'document';
  const named = type === 'document' && { filename: header.file.fileName };
  return { type, [type]: { link: header.file.link, ...named } };
}

/** Headers show pictures, videos and documents. */
const TYPES: Partial<Record<MediaKind, string>> = { image: 'image', video: 'video' };

/** Values go by their place, and by name where placeholders have names. An address of a button always goes by its place. */
const textParameter = (text: string, name = '1') => ({
  type: 'text',
  ...(!isPosition(name) && { parameter_name: name }),
  text,
});

type Button = OutboundTemplate['buttons'][number];

const buttonComponent = ({ index, kind, value }: Button) => ({
  type: 'button',
  sub_type: SUB_TYPES[kind] ?? 'url',
  index: String(index),
  parameters: [buttonParameter(kind, value)],
});

const SUB_TYPES: Partial<Record<Button['kind'], string>> = { 'quick-reply': 'quick_reply', 'copy-code': 'copy_code' };

function buttonParameter(kind: Button['kind'], value: string): object {
  if (kind === 'quick-reply') return { type: 'payload', payload: value };
  return kind === 'copy-code' ? { type: 'coupon_code', coupon_code: value } : textParameter(value);
}
