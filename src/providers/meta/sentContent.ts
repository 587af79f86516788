import type { MediaKind } from '../../domain/content';
import type { OutboundContent, OutboundFile } from '../outboundMessage';
import { templatePart } from '../whatsAppTemplate';

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
