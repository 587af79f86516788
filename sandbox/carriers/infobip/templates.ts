import { z } from 'zod';
import type { Account } from '../account';
import { type DemoTemplate } from '../demoTemplates';
import type { Said, SentFile } from '../sentFile';
import { findTemplate, type Given, saidOf, type TemplateFault, templatesOf } from '../templateBook';

/** The account's templates as Infobip lists them, all at once. */
export const listedTemplates = (account: Account): readonly object[] => templatesOf(account).map(spelled);

function spelled({ id, name, language, status, category, header, body, footer, buttons }: DemoTemplate): object {
  return {
    id,
    businessAccountId: 222,
    name,
    language,
    status: status === 'PAUSED' ? 'FIRST_PAUSED' : status,
    category,
    structure: {
      ...(header && { header }),
      body: { text: body },
      ...(footer && { footer: { text: footer } }),
      ...(buttons && { buttons }),
      type: header && header.format !== 'TEXT' ? 'MEDIA' : 'TEXT',
    },
    quality: 'HIGH',
    createdAt: '2026-01-01T00:00:00.000+0000',
    lastUpdatedAt: '2026-01-01T00:00:00.000+0000',
  };
}

// The request of Infobip's OpenAPI 3.210.0 (read 2026-11). Parameters go by their place; buttons that take one stand in their order.
export const SentTemplate = z.object({
  templateName: z.string().min(1),
  language: z.string().min(1),
  templateData: z.object({
    body: z.object({ placeholders: z.array(z.string()) }),
    header: z
      .discriminatedUnion('type', [
        z.object({ type: z.literal('TEXT'), placeholder: z.string() }),
        z.object({
          type: z.enum(['IMAGE', 'VIDEO', 'DOCUMENT']),
          mediaUrl: z.url(),
          filename: z.string().max(240).optional(),
        }),
      ])
      .optional(),
    buttons: z.array(z.object({ type: z.enum(['QUICK_REPLY', 'URL', 'COPY_CODE']), parameter: z.string() })).optional(),
  }),
});
export type SentTemplate = z.infer<typeof SentTemplate>;

/** What a template send says on the phone, or what WhatsApp has against it: Infobip tells that in a report. */
export function templateWords(
  account: Account,
  { templateName, language, templateData }: SentTemplate,
): Said | TemplateFault {
  const template = findTemplate(account, templateName, language);
  if (typeof template === 'string') return template;
  const given = givenIn(template, templateData);
  return typeof given === 'string' ? given : saidOf(template, given);
}

type Data = SentTemplate['templateData'];

function givenIn(template: DemoTemplate, { header, body, buttons = [] }: Data): Given | TemplateFault {
  const parametered = (template.buttons ?? []).flatMap(({ type, url = '{{1}}' }, index) =>
    url.includes('{{') ? [{ type, index }] : [],
  );
  if (parametered.length !== buttons.length) return 'count';
  if (parametered.some(({ type }, place) => buttons[place]?.type !== type)) return 'format';
  const values = parametered.map(({ index }, place) => [index, buttons[place]?.parameter ?? ''] as const);
  return {
    ...(header && { header: headerIn(header) }),
    body: body.placeholders.map((text) => ({ text })),
    buttons: Object.fromEntries(values),
  };
}

function headerIn(header: NonNullable<Data['header']>): NonNullable<Given['header']> {
  if (header.type === 'TEXT') return { text: header.placeholder };
  const kind = header.type.toLowerCase() as SentFile['kind'];
  return { file: { kind, link: header.mediaUrl, ...(header.filename && { fileName: header.filename }) } };
}
