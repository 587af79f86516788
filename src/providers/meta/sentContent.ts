import type { MediaKind } from '../../domain/content';
import type { OutboundContent, OutboundFile, OutboundTemplate } from '../outboundMessage';

/** The part of a send that says what goes: its `type` and the object named after it. */
export function sentContent(content: OutboundContent): object {
  switch (content.kind) {
    case 'text':
      return { type: 'text', text: { body: content.text, preview_url: false } };
    case 'media':
      return mediaPart(content.file, content.caption);
    case 'template':
      return { type: 'template', template: templatePart(content.template) };
    default:
      return content satisfies never;
  }
}

// https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/message-api (read 2026-11)
function mediaPart(file: OutboundFile, caption: string | undefined): object {
  const type = TYPES[file.kind];
  const isCaptioned = caption !== undefined && CAPTIONED.includes(type);
  const part = {
    link: file.link,
    ...(isCaptioned && { caption }),
    ...(type === 'document' && { filename: file.fileName }),
    ...(file.kind === 'voice' && { voice: true }),
  };
  return { type, [type]: part };
}

const TYPES: Readonly<Record<MediaKind, string>> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  voice: 'audio',
  document: 'document',
  sticker: 'sticker',
};
const CAPTIONED = ['image', 'video', 'document'];

// https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management (read 2026-11)
function templatePart({ name, language, header, body, buttons }: OutboundTemplate): object {
  const components = [
    ...(header ? [{ type: 'header', parameters: [headerParameter(header)] }] : []),
    ...(body.length > 0 ? [{ type: 'body', parameters: body.map(textParameter) }] : []),
    ...buttons.map(buttonComponent),
  ];
  return { name, language: { code: language }, ...(components.length > 0 && { components }) };
}

function headerParameter(header: NonNullable<OutboundTemplate['header']>): object {
  if (header.kind === 'text') return textParameter(header.value);
  const type = TYPES[header.file.kind];
  const named = type === 'document' && { filename: header.file.fileName };
  return { type, [type]: { link: header.file.link, ...named } };
}

const textParameter = (text: string) => ({ type: 'text', text });

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
