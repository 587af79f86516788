import type { HttpReply } from '../../doors';
import type { Account } from '../account';
import { asListed } from '../demoTemplates';
import { givenIn } from '../givenComponents';
import { json } from '../replies';
import type { Said } from '../sentFile';
import { type TemplateFault, templateSaid, templatesOf } from '../templateBook';
import { ERRORS, type MetaError, missingTemplate } from './errors';

/** Small pages, so that whoever lists them has to turn them. */
const PAGE = 4;

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management (read 2026-11) */
export function listTemplates(account: Account, query: URLSearchParams): HttpReply {
  const all = templatesOf(account);
  const from = Number(query.get('after') ?? 0);
  const page = all.slice(from, from + Math.min(PAGE, Number(query.get('limit') ?? 25)));
  const after = String(from + page.length);
  const isMore = from + page.length < all.length;
  const next = `https://graph.facebook.com/v26.0/templates?after=${after}`;
  return json(200, {
    data: page.map(asListed),
    paging: { cursors: { before: String(from), after }, ...(isMore && { next }) },
  });
}

/** What a template send says on the phone, or why Meta refuses it. */
export function templateWords(account: Account, part: unknown): Said | MetaError {
  const { name, language, components } = read(part);
  if (!name) return ERRORS.missing;
  const given = givenIn(components);
  if (!given) return ERRORS.templateFormat;
  const said = templateSaid(account, { name, language }, given);
  return typeof said === 'string' ? refusals(name, language)[said] : said;
}

const refusals = (name: string, language: string): Readonly<Record<TemplateFault, MetaError>> => ({
  missing: missingTemplate(name, language),
  paused: ERRORS.templatePaused,
  count: ERRORS.templateCount,
  format: ERRORS.templateFormat,
  'not-one-line': ERRORS.notOneLine,
});

type Part = { name?: string; language?: { code?: string }; components?: unknown };

function read(part: unknown) {
  const { name = '', language, components } = (part ?? {}) as Part;
  return { name, language: language?.code ?? '', components };
}
