import type { HttpReply } from '../../doors';
import { json } from '../replies';

/** The templates of the invented account, page by page, in WhatsApp's own spelling. */
export function listTemplates(query: URLSearchParams): HttpReply {
  const limit = Number(query.get('limit') ?? 25);
  const from = Number(query.get('after') ?? 0);
  const templates = TEMPLATES.slice(from, from + limit);
  const after = String(from + limit);
  const isMore = from + limit < TEMPLATES.length;
  const next = `https://api.nexmo.com/v2/whatsapp-manager/templates?after=${after}`;
  return json(200, { templates, paging: { cursors: { before: String(from), after }, ...(isMore && { next }) } });
}

const TEMPLATES = [
  {
    id: '1001',
    name: 'case_update',
    language: 'en',
    status: 'APPROVED',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: 'Hello {{1}}, there is news about your case {{2}}. May we write to you?' }],
  },
  {
    id: '1002',
    name: 'order_shipped',
    language: 'en',
    status: 'APPROVED',
    category: 'UTILITY',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Your order' },
      { type: 'BODY', text: 'It is on its way.' },
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Track it', url: 'https://example.com/track/{{1}}' }] },
    ],
  },
  {
    id: '1003',
    name: 'summer_sale',
    language: 'en',
    status: 'REJECTED',
    category: 'MARKETING',
    components: [{ type: 'BODY', text: 'Everything must go.' }],
  },
];
