import type { OutboundMessage } from '../../domain/message';
import type { SentTemplate } from '../../domain/template';
import { signedText } from '../../domain/text/signedText';
import type { OutboundContent, OutboundFile, OutboundTemplate } from '../../providers/outboundMessage';

/** What a provider is asked to carry; a file with its link. @throws on content that no outbound message has. */
export function sentContent({ key, content, ...message }: OutboundMessage, file?: OutboundFile): OutboundContent {
  if (content.kind === 'template') return { kind: 'template', template: outboundTemplate(content.template, file) };
  if (content.kind === 'media' && file) {
    const { caption: text } = content;
    return { kind: 'media', file, ...(text !== undefined && { caption: signedText({ ...message, text }) }) };
  }
  if (content.kind !== 'text') throw new Error(`message ${key} holds ${content.kind}: it cannot be sent`);
  return { kind: 'text', text: signedText({ ...message, text: content.text }) };
}

function outboundTemplate(sent: SentTemplate, file: OutboundFile | undefined): OutboundTemplate {
  const { header: value, headerName: name, fileKind: _, ...template } = sent;
  if (file) return { ...template, header: { kind: 'media', file } };
  if (value === undefined) return template;
  return { ...template, header: { kind: 'text', value, ...(name !== undefined && { name }) } };
}
