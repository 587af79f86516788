import type { HttpReply } from '../../doors';
import { DEMO_TEMPLATES, type DemoTemplate, shownTemplate, valuesOf } from '../demoTemplates';
import { json } from '../replies';
import { ERRORS, type MetaError, missingTemplate, wrongCount } from './errors';

/** Small pages, so that whoever lists them has to turn them. */
const PAGE = 4;

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management (read 2026-11) */
export function listTemplates(query: URLSearchParams): HttpReply {
  const from = Number(query.get('after') ?? 0);
  const page = DEMO_TEMPLATES.slice(from, from + Math.min(PAGE, Number(query.get('limit') ?? 25)));
  const after = String(from + page.length);
  const isMore = from + page.length < DEMO_TEMPLATES.length;
  const next = `https://graph.facebook.com/v26.0/templates?after=${after}`;
  return json(200, {
    data: page.map(spelled),
    paging: { cursors: { before: String(from), after }, ...(isMore && { next }) },
  });
}

/** What a template send says on the phone, or why Meta refuses it. */
export function templateWords(part: unknown): { readonly text: string; readonly template: string } | MetaError {
  const { name, language, components } = read(part);
  if (!name) return ERRORS.missing;
  const template = DEMO_TEMPLATES.find((one) => one.name === name && one.language === language);
  if (template?.status === 'PAUSED') return ERRORS.templatePaused;
  if (template?.status !== 'APPROVED') return missingTemplate(name, language);
  const given = valuesIn(components);
  const asked = valuesOf(template);
  const wanted = [asked.header, asked.body, asked.buttons.reduce((sum, one) => sum + one, 0)];
  const got = [given.header.length, given.body.length, given.buttons.length];
  if (got.some((count, index) => count !== wanted[index])) return wrongCount(sum(got), sum(wanted));
  if ([...given.header, ...given.body, ...given.buttons].some((value) => NOT_ONE_LINE.test(value)))
    return ERRORS.notOneLine;
  return { template: name, text: shownTemplate(template, given) };
}

const NOT_ONE_LINE = /[\n\r\t]| {5,}/;
const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

const spelled = ({ id, name, language, status, category, ...template }: DemoTemplate) => ({
  id,
  name,
  language,
  status,
  category,
  components: [
    ...(template.header ? [{ type: 'HEADER', format: 'TEXT', text: template.header }] : []),
    { type: 'BODY', text: template.body },
    ...(template.footer ? [{ type: 'FOOTER', text: template.footer }] : []),
    ...(template.buttons ? [{ type: 'BUTTONS', buttons: template.buttons }] : []),
  ],
});

type Component = { type?: string; parameters?: { text?: string; payload?: string }[] };
type Part = { name?: string; language?: { code?: string }; components?: Component[] };

function read(part: unknown) {
  const { name = '', language, components = [] } = (part ?? {}) as Part;
  return { name, language: language?.code ?? '', components };
}

function valuesIn(components: readonly Component[]) {
  const of = (type: string) =>
    components
      .filter((one) => one.type === type)
      .flatMap(({ parameters = [] }) => parameters.map(({ text = '' }) => text));
  return { header: of('header'), body: of('body'), buttons: of('button') };
}
