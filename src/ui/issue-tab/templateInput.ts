import type { TemplateView } from '../../contract/views';
import { openButtons, withRepeated } from '../../domain/text/templateSlots';
import { templateText } from '../../domain/text/templateText';

/** What was typed, by the path of its slot. */
export type Typed = Readonly<Record<string, string>>;
/** As the call takes it. */
export type TemplateInput = { readonly header?: string; readonly body: string[]; readonly buttons: string[] };

export function inputOf(template: TemplateView, typed: Typed): TemplateInput {
  const { header, body, buttons } = withRepeated(template, {
    header: typed.header ?? '',
    body: template.placeholders.map((_, place) => typed[`body.${place}`] ?? ''),
    buttons: openButtons(template).map((_, place) => typed[`buttons.${place}`] ?? ''),
  });
  return { ...(header !== undefined && { header }), body: [...body], buttons: [...buttons] };
}

/** What the customer will read; a value that nobody has filled in yet is an ellipsis. */
export function previewOf(template: TemplateView, { header, body }: TemplateInput): string {
  const shown = { ...(header !== undefined && { header: header || UNFILLED }) };
  return templateText(template, { ...shown, body: body.map((value) => value || UNFILLED) });
}
const UNFILLED = '…';
