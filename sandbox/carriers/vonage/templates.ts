import type { HttpReply } from '../../doors';
import type { Account } from '../account';
import { asListed } from '../demoTemplates';
import { json } from '../replies';
import { templatesOf } from '../templateBook';

/** Small pages, so that whoever lists them has to turn them. */
const PAGE = 4;

/** The templates of the invented account, page by page, in WhatsApp's own spelling. */
export function listTemplates(account: Account, query: URLSearchParams): HttpReply {
  const all = templatesOf(account);
  const from = Number(query.get('after') ?? 0);
  const after = from + Math.min(PAGE, Number(query.get('limit') ?? 25));
  const next = `https://api.nexmo.com/v2/whatsapp-manager/templates?after=${after}`;
  const cursors = { before: String(from), after: String(after) };
  return json(200, {
    templates: all.slice(from, after).map(asListed),
    paging: { cursors, ...(after < all.length && { next }) },
  });
}
