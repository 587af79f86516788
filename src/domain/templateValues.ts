import { fail, ok, type Result } from './result';
import { filledTemplate, type SentTemplate, type Template } from './template';
import { openButtons, takesHeader, templateText, type TemplateValues } from './text/templateText';

/** What can be wrong with a value. Closed list: each has a sentence in static/locales. */
export const VALUE_FAULTS = ['required', 'too-long', 'not-one-line'] as const;
export type ValueFault = (typeof VALUE_FAULTS)[number];
/** By the value's path: `header`, `body.0`, `buttons.1`. */
export type ValueFaults = Readonly<Record<string, ValueFault>>;

/**
 * Filled in: a header has 60 characters, a body 1,024, a copied code 15.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-11)
 */
const LIMITS = { header: 60, body: 1_024, 'copy-code': 15, url: 2_000 } as const;

// Meta refuses line breaks, tabs and more than four spaces in a row with error 132018.
// https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (read 2026-11)
const NOT_ONE_LINE = /[\r\n\t\u2028\u2029]| {5,}/;

/** Can agents send it? A header with a picture, a file or a place, and some buttons, take more than typed values. */
export const isSendable = ({ status, header, buttons }: Template): boolean =>
  status === 'approved' &&
  (!header || header.kind === 'text') &&
  buttons.every(({ kind, takesValue }) => !takesValue || kind === 'url' || kind === 'copy-code');

/** The template with these values, and the text the customer reads; or what is wrong with which value. */
export function filledIn(
  template: Template,
  values: TemplateValues,
): Result<{ readonly template: SentTemplate; readonly text: string }, ValueFaults> {
  const faults = faultsIn(template, values);
  if (Object.keys(faults).length > 0) return fail(faults);
  const { id, name, language, placeholders } = template;
  const header = takesHeader(template) ? values.header : undefined;
  const buttons = openButtons(template).map(({ index, kind }, place) => ({
    index,
    kind,
    value: values.buttons[place] ?? '',
  }));
  const body = values.body.slice(0, placeholders.length);
  const sent: SentTemplate = { id, name, language, ...(header !== undefined && { header }), body, buttons };
  return ok({ template: sent, text: templateText(template, values) });
}

function faultsIn(template: Template, values: TemplateValues): ValueFaults {
  const { header = '', body, buttons } = values;
  const asked = [
    ...(takesHeader(template) ? [['header', fault(header, LIMITS.header)] as const] : []),
    ...template.placeholders.map((_, place) => [`body.${place}`, fault(body[place], LIMITS.body)] as const),
    ...openButtons(template).map(
      ({ kind }, place) =>
        [`buttons.${place}`, fault(buttons[place], kind === 'copy-code' ? LIMITS[kind] : LIMITS.url)] as const,
    ),
  ];
  const wrong = Object.fromEntries(asked.flatMap(([path, found]) => (found ? [[path, found]] : [])));
  return { ...tooLongInAll(template, values), ...wrong };
}

function fault(value: string | undefined, most: number): ValueFault | undefined {
  if (value === undefined || value.trim() === '') return 'required';
  if (NOT_ONE_LINE.test(value)) return 'not-one-line';
  return value.length > most ? 'too-long' : undefined;
}

/** Values that are each short enough may be too long together: the longest one is to blame. */
function tooLongInAll(template: Template, { header, body }: TemplateValues): ValueFaults {
  const title = filledTemplate(template.header?.text ?? '', header === undefined ? [] : [header]);
  const longest = body.reduce((best, value, place) => (value.length > (body[best]?.length ?? 0) ? place : best), 0);
  return {
    ...(header !== undefined && title.length > LIMITS.header && { header: 'too-long' }),
    ...(body.length > 0 &&
      filledTemplate(template.body, body).length > LIMITS.body && { [`body.${longest}`]: 'too-long' }),
  };
}
