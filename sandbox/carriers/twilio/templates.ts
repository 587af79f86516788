import type { HttpReply } from '../../doors';
import { DEMO_TEMPLATES, type DemoTemplate, shownTemplate, valuesOf } from '../demoTemplates';
import { json } from '../replies';
import { ERRORS, type TwilioError } from './errors';

const PAGE = 4;

/** https://www.twilio.com/docs/content/content-and-approvals-resource (read 2026-11) */
export function listContents(query: URLSearchParams): HttpReply {
  const page = Number(query.get('Page') ?? 0);
  const contents = DEMO_TEMPLATES.slice(page * PAGE, (page + 1) * PAGE);
  const isMore = (page + 1) * PAGE < DEMO_TEMPLATES.length;
  const next = `https://content.twilio.com/v1/ContentAndApprovals?PageSize=${PAGE}&Page=${page + 1}`;
  return json(200, {
    contents: contents.map(spelled),
    meta: { page, key: 'contents', next_page_url: isMore ? next : null },
  });
}

/** What a content send says on the phone, or why Twilio refuses it. Approval is WhatsApp's: it is asked for on send. */
export function contentWords(sid: string, variables: string | null): { text: string; template: string } | TwilioError {
  const content = DEMO_TEMPLATES.find((one) => sidOf(one) === sid);
  if (!content) return ERRORS.noContent;
  if (content.status === 'PAUSED') return ERRORS.contentPaused;
  if (content.status !== 'APPROVED') return ERRORS.contentRejected;
  const values = variablesIn(variables);
  const { header, body, buttons } = valuesOf(content);
  const wanted = header + body + buttons.reduce((all, one) => all + one, 0);
  if (!values) return ERRORS.badVariables;
  if (values.length !== wanted) return ERRORS.wrongCount;
  const parts = { header: values.slice(0, header), body: values.slice(header, header + body) };
  return { template: content.name, text: shownTemplate(content, parts) };
}

/** In the order of their numbers; undefined where it is not what Twilio documents. */
function variablesIn(variables: string | null): readonly string[] | undefined {
  try {
    const named = JSON.parse(variables ?? '{}') as Record<string, string>;
    return Object.keys(named)
      .sort((one, other) => Number(one) - Number(other))
      .map((key) => named[key] ?? '');
  } catch {
    // Not JSON: the caller is told so in Twilio's words.
    return undefined;
  }
}

const sidOf = ({ id }: DemoTemplate): string => `HX${id.padStart(32, '0')}`;

/** Twilio numbers the variables of a content through: header, body, buttons. */
function spelled(template: DemoTemplate) {
  const { name, language, status, category, header, body, footer, buttons } = template;
  let used = 0;
  const numbered = (text: string) => text.replace(/\{\{\d+\}\}/g, () => `{{${(used += 1)}}}`);
  const text = {
    ...(header && { header_text: numbered(header) }),
    body: numbered(body),
    ...(footer && { footer }),
    ...(buttons && {
      actions: buttons.map(({ type, text: title, url }) => ({ type, title, ...(url && { url: numbered(url) }) })),
    }),
  };
  return {
    sid: sidOf(template),
    friendly_name: name,
    language,
    variables: {},
    types: { 'whatsapp/card': text },
    approval_requests: { name, status: status.toLowerCase(), category },
  };
}
