import type { MediaKind } from '../../domain/content';
import type { TemplateButtonKind } from '../../domain/template';
import type { OutboundContent, OutboundFile, OutboundTemplate } from '../outboundMessage';
import { namespaceIn } from './templates';

/** The part of a send that says what goes: its `type`, and `content` with one field of that name. */
export function sentContent(content: OutboundContent): { readonly type: string; readonly content: object } {
  switch (content.kind) {
    case 'text':
      return { type: 'text', content: { text: content.text } };
    case 'media':
      return mediaPart(content.file, content.caption);
    case 'template':
      return { type: 'hsm', content: { hsm: templatePart(content.template) } };
    default:
      return content satisfies never;
  }
}

// https://developers.messagebird.com/api/conversations#message-content-object (read 2026-11)
function mediaPart(file: OutboundFile, caption: string | undefined) {
  const type = TYPES[file.kind];
  if (file.kind === 'sticker') return { type, content: { [type]: { link: file.link } } };
  return { type, content: { [type]: { url: file.link, ...(caption && { caption }) } } };
}

const TYPES: Readonly<Record<MediaKind, string>> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  voice: 'audio',
  document: 'file',
  sticker: 'whatsappSticker',
};

// https://developers.messagebird.com/api/conversations#hsm-object (read 2026-11)
function templatePart({ id, name, language, header, body, buttons }: OutboundTemplate): object {
  const components = [
    ...(header ? [{ type: 'header', parameters: [headerParameter(header)] }] : []),
    ...(body.length > 0 ? [{ type: 'body', parameters: body.map(textParameter) }] : []),
    ...buttons.map(buttonComponent),
  ];
  const values = components.length > 0 ? { components } : { params: [] };
  const named = { namespace: namespaceIn(id), templateName: name };
  return { ...named, language: { policy: 'deterministic', code: language }, ...values };
}

function headerParameter(header: NonNullable<OutboundTemplate['header']>): object {
  if (header.kind === 'text') return textParameter(header.value);
  const type = HEADERS[header.file.kind] ?? 'document';
  return { type, [type]: { url: header.file.link, ...(type === 'document' && { caption: header.file.fileName }) } };
}

const HEADERS: Partial<Record<MediaKind, string>> = { image: 'image', video: 'video' };

const textParameter = (text: string) => ({ type: 'text', text });

const buttonComponent = ({ index, kind, value }: OutboundTemplate['buttons'][number]) => ({
  type: 'button',
  sub_type: SUB_TYPES[kind] ?? 'url',
  index,
  parameters: [buttonParameter(kind, value)],
});

const SUB_TYPES: Partial<Record<TemplateButtonKind, string>> = {
  'quick-reply': 'quick_reply',
  'copy-code': 'copy_code',
};

// https://github.com/messagebird/java-rest-api, MessageParam (read 2026-11)
function buttonParameter(kind: TemplateButtonKind, value: string): object {
  if (kind === 'quick-reply') return { type: 'payload', payload: value };
  return kind === 'copy-code' ? { type: 'coupon_code', coupon_code: value } : textParameter(value);
}
