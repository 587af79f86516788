import { z } from 'zod';
import { fail, ok, type Result } from '../../domain/result';
import type { Template } from '../../domain/template';
import { maybe } from '../lenient';
import { parseJson } from '../parseJson';
import type { ProviderAnswer, ProviderRequest, TemplatePage } from '../provider';
import { isGood } from '../sendResult';
import { byPlaceAlone, templateOf } from '../whatsAppTemplates';
import { type Account, getRequest } from './account';
import { errorIn } from './errors';
import { bare } from './payloads';

/** All templates of a sender come at once. https://www.infobip.com/docs/api/channels/whatsapp/whatsapp-template-management (read 2026-11) */
export const listTemplates = (account: Account, receiver: string): ProviderRequest =>
  getRequest(account, `/whatsapp/2/senders/${encodeURIComponent(bare(receiver))}/templates`);

export function readTemplates(answer: ProviderAnswer): Result<TemplatePage, string> {
  const body = parseJson(answer.body);
  const page = z.object({ templates: z.array(z.unknown()) }).safeParse(body);
  if (isGood(answer) && page.success) return ok({ templates: page.data.templates.flatMap((raw) => ours(raw) ?? []) });
  const said = errorIn(body)?.detail?.slice(0, 300);
  return fail(`Infobip did not list the templates (HTTP ${answer.status}).${said ? ` Infobip says: ${said}` : ''}`);
}

/** Infobip names the components of a template where WhatsApp lists them, and has more words for its status. */
function ours(raw: unknown): Template | undefined {
  const parsed = Listed.safeParse(raw);
  if (!parsed.success) return undefined;
  const { header, body, footer, buttons } = parsed.data.structure ?? {};
  const { status = '' } = parsed.data;
  const components = [
    { ...header, type: 'HEADER' },
    { ...body, type: 'BODY' },
    { ...footer, type: 'FOOTER' },
    { buttons, type: 'BUTTONS' },
  ];
  const template = templateOf({ ...parsed.data, status: STATUS[status] ?? status, components });
  return template && byPlaceAlone(template);
}

const STATUS: Readonly<Record<string, string>> = {
  REINSTATED: 'APPROVED',
  // Complained about, and still sent.
  FLAGGED: 'APPROVED',
  FIRST_PAUSED: 'PAUSED',
  SECOND_PAUSED: 'PAUSED',
  PENDING_DELETION: 'DISABLED',
  DELETED: 'DISABLED',
};

const Part = z.looseObject({});
const Listed = z.looseObject({
  status: maybe(z.string()),
  structure: maybe(
    z.object({ header: maybe(Part), body: maybe(Part), footer: maybe(Part), buttons: maybe(z.array(z.unknown())) }),
  ),
});
