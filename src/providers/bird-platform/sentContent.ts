import type { MediaKind } from '../../domain/content';
import { isPosition } from '../../domain/template';
import type { OutboundContent, OutboundFile, OutboundTemplate } from '../outboundMessage';

/** The one part of a WhatsApp send that says what goes. */
export function sentContent(content: OutboundContent): object {
  switch (content.kind) {
    case 'text':
      return { text: { body: content.text, preview_url: false } };
    case 'media':
      return mediaPart(content.file, content.caption);
    case 'template':
      return { template: templatePart(content.template) };
    default:
      return content satisfies never;
  }
}

/** WhatsApp fetches the file itself. A voice note is audio in its own way; audio and stickers carry no words. */
function mediaPart(file: OutboundFile, caption: string | undefined): object {
  const type = TYPES[file.kind];
  const part = {
    url: file.link,
    ...(caption !== undefined && CAPTIONED.includes(type) && { caption }),
    ...(type === 'document' && { filename: file.fileName }),
    ...(file.kind === 'voice' && { voice: true }),
  };
  return { [type]: part };
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

/**
 * A template is named by its id (`wat_…`) or by its slug; its values follow, part by part, in the order of the placeholders, or each
 * with the name of its own: a template that has names takes no value without one (SDK 0.29, read 2026-11).
 */
function templatePart({ id, language, header, body, placeholders, buttons }: OutboundTemplate): object {
  const components = [
    ...(header ? [{ type: 'header', parameters: [headerParameter(header)] }] : []),
    ...(body.length > 0
      ? [{ type: 'body', parameters: body.map((text, place) => textParameter(text, placeholders?.[place])) }]
      : []),
    ...buttons.map(({ value }) => ({ type: 'button', parameters: [textParameter(value)] })),
  ];
  const named = id.startsWith('wat_') ? { id } : { slug: id };
  return { ...named, language, ...(components.length > 0 && { components }) };
}

function headerParameter(header: NonNullable<OutboundTemplate['header']>): object {
  if (header.kind === 'text') return textParameter(header.value, header.name);
  return { type: TYPES[header.file.kind], url: header.file.link };
}

const textParameter = (text: string, name = '1') => ({ type: 'text', text, ...(!isPosition(name) && { name }) });
