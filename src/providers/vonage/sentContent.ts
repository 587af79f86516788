import type { MediaKind } from '../../domain/content';
import type { OutboundContent, OutboundFile } from '../outboundMessage';
import { templatePart } from '../whatsAppTemplate';

/** The part of a send that says what goes: its `message_type` and the part named after it. */
export function sentContent(content: OutboundContent): object {
  switch (content.kind) {
    case 'text':
      return { message_type: 'text', text: content.text };
    case 'media':
      return mediaPart(content.file, content.caption);
    case 'template':
      // Vonage's own form of templates knows body parameters only; this one goes on to WhatsApp as it is.
      return { message_type: 'custom', custom: { type: 'template', template: templatePart(content.template) } };
    default:
      return content satisfies never;
  }
}

// https://developer.vonage.com/en/api/messages, WhatsApp (read 2026-11)
function mediaPart(file: OutboundFile, caption: string | undefined): object {
  const type = TYPES[file.kind];
  const isCaptioned = caption !== undefined && CAPTIONED.includes(type);
  const part = { url: file.link, ...(isCaptioned && { caption }), ...(type === 'file' && { name: file.fileName }) };
  return { message_type: type, [type]: part };
}

const TYPES: Readonly<Record<MediaKind, string>> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  voice: 'audio',
  document: 'file',
  sticker: 'sticker',
};
const CAPTIONED = ['image', 'video', 'file'];
