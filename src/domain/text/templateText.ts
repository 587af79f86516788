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
  const title = header?.kind === 'text' ? (header.text ?? '') : '';
  const shown = filledTemplate(title, values.header === undefined ? [] : [values.header]);
  return [shown, filledTemplate(body, values.body), footer].filter((part) => part).join('\n');
}
