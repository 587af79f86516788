import { fail, ok, type Result } from './result';
import { filledTemplate, type SentTemplate, type Template } from './template';
import { openButtons, slotsOf, valueAt, withRepeated, type Slot, type SlotPart } from './text/templateSlots';
import { templateText, type TemplateValues } from './text/templateText';

/** What can be wrong with a value. Closed list: each has a sentence in static/locales. */
export const VALUE_FAULTS = ['required', 'too-long', 'not-one-line'] as const;
export type ValueFault = (typeof VALUE_FAULTS)[number];
/** By the value's path: `header`, `body.0`, `buttons.1`. */
export type ValueFaults = Readonly<Record<string, ValueFault>>;

/**
 * Filled in: a header has 60 characters, a body 1,024, a copied code 15.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-11)
 */
const LIMITS: Readonly<Record<SlotPart, number>> = {
  header: 60,
  body: 1_024,
  code: 15,
  button: 2_000,
  'file-address': 2_000,
};

// Meta refuses line breaks, tabs and more than four spaces in a row with error 132018.
// https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (read 2026-11)
const NOT_ONE_LINE = /[\r\n\t\u2028\u2029]| {5,}/;

/** The template with these values, and the text the customer reads; or what is wrong with which value. */
export function filledIn(
  template: Template,
  given: TemplateValues,
): Result<{ readonly template: SentTemplate; readonly text: string }, ValueFaults> {
  const values = withRepeated(template, given);
  const faults = faultsIn(template, values);
  if (Object.keys(faults).length > 0) return fail(faults);
  return ok({ template: sentTemplate(template, values), text: templateText(template, values) });
}

function sentTemplate(template: Template, { header, body, buttons }: TemplateValues): SentTemplate {
  const { id, name, language, placeholders } = template;
  const headerName = template.header?.placeholder;
  return {
    id,
    name,
    language,
    ...(header !== undefined && { header, ...(headerName !== undefined && { headerName }) }),
    body,
    placeholders,
    buttons: openButtons(template).map(({ index, kind, placeholder }, place) => ({
      index,
      kind,
      value: buttons[place] ?? '',
      ...(placeholder !== undefined && { name: placeholder }),
    })),
  };
}

function faultsIn(template: Template, values: TemplateValues): ValueFaults {
  const wrong = slotsOf(template).flatMap((slot) => {
    const found = fault(slot, valueAt(values, slot.path));
    return found ? [[slot.sameAs ?? slot.path, found] as const] : [];
  });
  return { ...tooLongInAll(template, values), ...Object.fromEntries(wrong) };
}

function fault({ part }: Slot, value: string | undefined): ValueFault | undefined {
  if (value === undefined || value.trim() === '') return 'required';
  if (NOT_ONE_LINE.test(value)) return 'not-one-line';
  return value.length > LIMITS[part] ? 'too-long' : undefined;
}

/** Values that are each short enough may be too long together: the longest one is to blame. */
function tooLongInAll(template: Template, { header, body }: TemplateValues): ValueFaults {
  const title = template.header?.kind === 'text' ? (template.header.text ?? '') : '';
  const longest = body.reduce((best, value, place) => (value.length > (body[best]?.length ?? 0) ? place : best), 0);
  return {
    ...(header !== undefined && filledTemplate(title, [header]).length > LIMITS.header && { header: 'too-long' }),
    ...(body.length > 0 &&
      filledTemplate(template.body, body).length > LIMITS.body && { [`body.${longest}`]: 'too-long' }),
  };
}
