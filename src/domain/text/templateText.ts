import { filledTemplate, type Template } from '../template';

/** What an agent filled in, in the order of the placeholders; `buttons` only those that take a value. */
export type TemplateValues = {
  readonly header?: string;
  readonly body: readonly string[];
  readonly buttons: readonly string[];
};

/** Header, body and footer as the customer reads them; placeholders without a value stay as they are. */
export function templateText(
  { header, body, footer }: Pick<Template, 'header' | 'body' | 'footer'>,
  values: Pick<TemplateValues, 'header' | 'body'>,
): string {
  const title = header?.text && filledTemplate(header.text, values.header === undefined ? [] : [values.header]);
  return [title, filledTemplate(body, values.body), footer].filter((part) => part).join('\n');
}

/** The buttons that take a value, with their place among all. */
export const openButtons = ({ buttons }: Pick<Template, 'buttons'>) =>
  buttons.flatMap(({ takesValue, ...button }, index) => (takesValue ? [{ ...button, index }] : []));

export const takesHeader = ({ header }: Pick<Template, 'header'>): boolean =>
  header?.kind === 'text' && header.placeholders > 0;
