import type { PhoneButton } from '../phones';
import type { Account } from './account';
import { DEMO_TEMPLATES, type DemoTemplate, filledBy, namesIn } from './demoTemplates';
import type { Said, SentFile } from './sentFile';

/** What a send gives a template; `buttons` by the place of the button. */
export type Given = {
  readonly header?: GivenValue | { readonly file: SentFile };
  readonly body: readonly GivenValue[];
  readonly buttons: Readonly<Record<number, string>>;
};
export type GivenValue = { readonly text: string; readonly name?: string };
/** What WhatsApp has against it; every provider says it in its own way. */
export type TemplateFault = 'missing' | 'paused' | 'count' | 'format' | 'not-one-line';

/** The account's templates as they stand now. */
export const templatesOf = ({ own }: Account): readonly DemoTemplate[] =>
  (own.templates ?? DEMO_TEMPLATES).map((one) =>
    own.pausedTemplates?.includes(one.name) ? { ...one, status: 'PAUSED' } : one,
  );

/** WhatsApp pauses it, whatever was listed. */
export function pauseTemplate({ own }: Account, name: string): void {
  own.pausedTemplates = [...(own.pausedTemplates ?? []), name];
}

export function findTemplate(account: Account, name: string, language: string): DemoTemplate | TemplateFault {
  const template = templatesOf(account).find((one) => one.name === name && one.language === language);
  if (template?.status === 'PAUSED') return 'paused';
  return template?.status === 'APPROVED' ? template : 'missing';
}

/** What the phone shows of a template that a send names, as strict as WhatsApp is. */
export function templateSaid(
  account: Account,
  { name, language }: { readonly name: string; readonly language: string },
  given: Given,
): Said | TemplateFault {
  const template = findTemplate(account, name, language);
  return typeof template === 'string' ? template : saidOf(template, given);
}

/** What a template says with these values. */
export function saidOf(template: DemoTemplate, given: Given): Said | TemplateFault {
  if (textsOf(given).some((text) => NOT_ONE_LINE.test(text))) return 'not-one-line';
  const header = headerOf(template, given);
  const body = filled(template.body, given.body);
  const buttons = buttonsOf(template, given);
  for (const part of [header, body, buttons]) if (typeof part === 'string') return part;
  const [{ title = '', file }, { text }, shown] = [header, body, buttons] as [
    HeaderShown,
    { text: string },
    PhoneButton[],
  ];
  return {
    template: template.name,
    text: [title, text, template.footer].filter((part) => part).join('\n'),
    ...(file && { file }),
    ...(shown.length > 0 && { buttons: shown }),
  };
}

type HeaderShown = { readonly title?: string; readonly file?: SentFile };

function headerOf({ header }: DemoTemplate, { header: given }: Given): HeaderShown | TemplateFault {
  if (!header) return given ? 'count' : {};
  const file = given && 'file' in given ? given.file : undefined;
  if (header.format === 'TEXT') {
    const title = filled(header.text, given && !('file' in given) ? [given] : []);
    if (file) return 'format';
    return typeof title === 'string' ? title : { title: title.text };
  }
  if (!given) return 'count';
  return file?.kind === header.format.toLowerCase() ? { file } : 'format';
}

/** Numbered placeholders take values by their place, named ones by name. */
function filled(text: string, values: readonly GivenValue[]): { text: string } | TemplateFault {
  const names = namesIn(text);
  if (values.length !== names.length) return 'count';
  const isNamed = names.some((name) => !/^\d+$/.test(name));
  const named = values.map(({ text: value, name }, place) => [isNamed ? (name ?? '') : names[place], value] as const);
  if (names.some((name) => !named.some(([one]) => one === name))) return 'format';
  if (!isNamed && values.some(({ name }) => name !== undefined)) return 'format';
  return { text: filledBy(text, Object.fromEntries(named) as Record<string, string>) };
}

function buttonsOf({ buttons = [] }: DemoTemplate, { buttons: values }: Given): readonly PhoneButton[] | TemplateFault {
  const isOpen = ({ type, url = '' }: (typeof buttons)[number]) => type === 'COPY_CODE' || namesIn(url).length > 0;
  if (buttons.some((one, index) => isOpen(one) && !values[index])) return 'count';
  if (Object.keys(values).some((index) => buttons[Number(index)] === undefined)) return 'format';
  return buttons.map(({ type, text, url }, index) => ({
    text,
    ...(url !== undefined && { url: filledBy(url, { 1: values[index] ?? '' }) }),
    ...(type === 'COPY_CODE' && { code: values[index] ?? '' }),
  }));
}

const textsOf = ({ header, body, buttons }: Given): readonly string[] => [
  ...(header && 'text' in header ? [header.text] : []),
  ...body.map(({ text }) => text),
  ...Object.values(buttons),
];
const NOT_ONE_LINE = /[\n\r\t]| {5,}/;
