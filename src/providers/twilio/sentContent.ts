import type { OutboundContent, OutboundTemplate } from '../outboundMessage';

/** The parameters that say what goes. WhatsApp shows the caption of pictures, videos and documents below them. */
export function sentContent(content: OutboundContent): Readonly<Record<string, string>> {
  switch (content.kind) {
    case 'text':
      return { Body: content.text };
    case 'media':
      return { MediaUrl: content.file.link, ...(content.caption && { Body: content.caption }) };
    case 'template':
      return { ContentSid: content.template.id, ...variablesOf(content.template) };
    default:
      return content satisfies never;
  }
}

/**
 * A template's variables are numbered through: header, body, buttons, in this order. Left out, Twilio sends the samples of
 * its author, so all are always given. https://www.twilio.com/docs/content/using-variables-with-content-api (read 2026-11)
 */
function variablesOf({ header, body, buttons }: OutboundTemplate): Readonly<Record<string, string>> {
  const first = header ? [header.kind === 'text' ? header.value : header.file.link] : [];
  const values = [...first, ...body, ...buttons.map(({ value }) => value)];
  if (values.length === 0) return {};
  return { ContentVariables: JSON.stringify(Object.fromEntries(values.map((value, index) => [index + 1, value]))) };
}
