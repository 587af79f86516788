import type { MediaKind } from '../../domain/content';
import type { TemplateButtonKind } from '../../domain/template';
import type { OutboundContent, OutboundFile, OutboundTemplate } from '../outboundMessage';

/** Where a WhatsApp message is posted and what it holds. Templates are posted as a list of messages. */
export type SentContent = { readonly path: string; readonly content: object; readonly isBulk?: true };

export function sentContent(content: OutboundContent): SentContent {
  switch (content.kind) {
    case 'text':
      return { path: 'text', content: { text: content.text } };
    case 'media':
      return { path: PATHS[content.file.kind], content: fileOf(content.file, content.caption) };
    case 'template':
      return { path: 'template', content: templateOf(content.template), isBulk: true };
    default:
      return content satisfies never;
  }
}

const PATHS: Readonly<Record<MediaKind, string>> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  voice: 'audio',
  document: 'document',
  sticker: 'sticker',
};
const CAPTIONED: readonly MediaKind[] = ['image', 'video', 'document'];

const fileOf = (file: OutboundFile, caption: string | undefined): object => ({
  mediaUrl: file.link,
  ...(caption !== undefined && CAPTIONED.includes(file.kind) && { caption }),
  ...fileNameOf(file),
  ...(file.kind === 'voice' && { voice: true }),
});

/** Infobip takes 240 characters (OpenAPI 3.210.0, read 2026-11); the end of a name says what it is. */
const fileNameOf = ({ kind, fileName }: OutboundFile): object =>
  kind === 'document' ? { filename: fileName.slice(-240) } : {};

// https://www.infobip.com/docs/api/channels/whatsapp/whatsapp-outbound-messages/send-whatsapp-template-message (read 2026-11)
const templateOf = ({ name, language, header, body, buttons }: OutboundTemplate): object => ({
  templateName: name,
  language,
  templateData: {
    body: { placeholders: body },
    ...(header && { header: headerOf(header) }),
    ...(buttons.length > 0 && { buttons: buttons.map(buttonOf) }),
  },
});

const headerOf = (header: NonNullable<OutboundTemplate['header']>): object =>
  header.kind === 'text'
    ? { type: 'TEXT', placeholder: header.value }
    : { type: PATHS[header.file.kind].toUpperCase(), mediaUrl: header.file.link, ...fileNameOf(header.file) };

const buttonOf = ({ kind, value }: OutboundTemplate['buttons'][number]): object =>
  kind === 'flow' ? { type: 'FLOW', flowToken: value } : { type: BUTTONS[kind] ?? 'URL', parameter: value };

const BUTTONS: Partial<Record<TemplateButtonKind, string>> = { 'quick-reply': 'QUICK_REPLY', 'copy-code': 'COPY_CODE' };
