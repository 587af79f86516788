import type { HttpReply } from '../../doors';
import type { PhoneButton, PhoneMedia } from '../../phones';
import type { Account } from '../account';
import { type DemoTemplate, filledBy, namesIn } from '../demoTemplates';
import { json } from '../replies';
import { templatesOf } from '../templateBook';
import { ERRORS, type TwilioError } from './errors';

const PAGE = 4;

/** https://www.twilio.com/docs/content/content-and-approvals-resource (read 2026-11) */
export function listContents(account: Account, query: URLSearchParams): HttpReply {
  const all = templatesOf(account);
  const page = Number(query.get('Page') ?? 0);
  const isMore = (page + 1) * PAGE < all.length;
  const next = `https://content.twilio.com/v1/ContentAndApprovals?PageSize=${PAGE}&Page=${page + 1}`;
  return json(200, {
    contents: all.slice(page * PAGE, (page + 1) * PAGE).map(spelled),
    meta: { page, key: 'contents', next_page_url: isMore ? next : null },
  });
}

export type ContentWords = {
  readonly text: string;
  readonly template: string;
  readonly media?: PhoneMedia;
  readonly buttons?: readonly PhoneButton[];
};

/** What a content send says on the phone, or why Twilio refuses it. Approval is WhatsApp's: it is asked for on send. */
export function contentWords(account: Account, sid: string, variables: string | null): ContentWords | TwilioError {
  const content = templatesOf(account).find((one) => sidOf(one) === sid);
  if (!content) return ERRORS.noContent;
  if (content.status === 'PAUSED') return ERRORS.contentPaused;
  if (content.status !== 'APPROVED') return ERRORS.contentRejected;
  const values = variablesIn(variables);
  if (!values) return ERRORS.badVariables;
  const { header_text = '', body, footer, media, actions } = partsOf(content);
  const wanted = namesIn(JSON.stringify(partsOf(content)));
  const isComplete = wanted.every((name) => values[name]) && Object.keys(values).length === wanted.length;
  if (!isComplete) return ERRORS.wrongCount;
  const fill = (text: string) => filledBy(text, values);
  const buttons = actions?.map(({ title, url, code }) => ({
    text: title,
    ...(url && { url: fill(url) }),
    ...(code && { code: fill(code) }),
  }));
  return {
    template: content.name,
    text: [fill(header_text), fill(body), footer].filter((part) => part).join('\n'),
    ...(media && { media: { kind: kindOf(content), fileName: fill(media[0] ?? '') } }),
    ...(buttons && { buttons }),
  };
}

const kindOf = ({ header }: DemoTemplate): PhoneMedia['kind'] => (header?.format === 'IMAGE' ? 'image' : 'document');

/** By their names; undefined where it is not what Twilio documents. */
function variablesIn(variables: string | null): Readonly<Record<string, string>> | undefined {
  try {
    return JSON.parse(variables ?? '{}') as Record<string, string>;
  } catch {
    // Not JSON: the caller is told so in Twilio's words.
    return undefined;
  }
}

const sidOf = ({ id }: DemoTemplate): string => `HX${id.padStart(32, '0')}`;

type Parts = {
  readonly header_text?: string;
  readonly media?: readonly string[];
  readonly body: string;
  readonly footer?: string;
  readonly actions?: readonly {
    readonly type: string;
    readonly title: string;
    readonly url?: string;
    readonly code?: string;
  }[];
};

/** A variable of Twilio's is one for the whole content: the numbers of each part go on after those before. */
function partsOf({ name, header, body, footer, buttons }: DemoTemplate): Parts {
  let used = 0;
  const numbered = (text: string): string => {
    const before = used;
    used += namesIn(text).filter((one) => /^\d+$/.test(one)).length;
    return text.replace(/\{\{(\d+)\}\}/g, (_, number: string) => `{{${before + Number(number)}}}`);
  };
  const file = header?.format === 'IMAGE' ? `${name}.jpg` : `${name}.pdf`;
  return {
    ...(header?.format === 'TEXT' && { header_text: numbered(header.text) }),
    ...(header && header.format !== 'TEXT' && { media: [`https://shop.example.com/files/${file}`] }),
    body: numbered(body),
    ...(footer && { footer }),
    ...(buttons && {
      actions: buttons.map(({ type, text: title, url }) => ({
        type,
        title,
        ...(url && { url: numbered(url) }),
        ...(type === 'COPY_CODE' && { code: numbered('{{1}}') }),
      })),
    }),
  };
}

/** A place has a type of its own. */
function spelled(template: DemoTemplate) {
  const { name, language, status, category, header } = template;
  const type = header?.format === 'LOCATION' ? 'twilio/location' : 'whatsapp/card';
  return {
    sid: sidOf(template),
    friendly_name: name,
    language,
    variables: {},
    types: { [type]: partsOf(template) },
    approval_requests: { name, status: status.toLowerCase(), category, content_type: type },
  };
}
