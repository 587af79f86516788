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
 * A template's variables go by their names, each wherever in the template it stands. Left out, Twilio sends the samples of
 * its author, so all are always given. https://www.twilio.com/docs/content/using-variables-with-content-api (read 2026-11)
 */
function variablesOf({ header, body, placeholders = [], buttons }: OutboundTemplate): Readonly<Record<string, string>> {
  const first = header ? [header.kind === 'text' ? { ...header } : { name: undefined, value: header.file.link }] : [];
  // What a quick reply comes back with stands in the content itself.
  const open = buttons.filter(({ kind }) => kind !== 'quick-reply');
  const values = [...first, ...body.map((value, place) => ({ name: placeholders[place], value })), ...open];
  if (values.length === 0) return {};
  // Stored before names were kept: as far as anybody knew, they were numbered through.
  const isNamed = values.every(({ name }) => name !== undefined);
  const named = values.map(({ name, value }, index) => [isNamed ? name : index + 1, value]);
  return { ContentVariables: JSON.stringify(Object.fromEntries(named)) };
}
