import type { StoredFile } from './content';
import { fail, ok, type Result } from './result';
import { kindOfType, type FileLimits } from './sendableFile';
import { filledTemplate, type SentButton, type SentTemplate, type Template } from './template';
import {
  fileKindOf,
  openButtons,
  slotsOf,
  valueAt,
  withRepeated,
  type Slot,
  type SlotPart,
} from './text/templateSlots';
import { templateText, type TemplateValues } from './text/templateText';

/** What can be wrong with a value. Closed list: each has a sentence in static/locales. */
export const VALUE_FAULTS = [
  'required',
  'too-long',
  'not-one-line',
  'not-picture',
  'not-video',
  'file-too-large',
] as const;
export type ValueFault = (typeof VALUE_FAULTS)[number];
/** By the value's path: `header`, `body.0`, `buttons.1`; `file` for the file in the header. */
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

/** A file for the header, with what the channel carries. */
export type HeaderFile = { readonly file?: StoredFile; readonly limits: FileLimits };

/** The template with these values, and the text the customer reads; or what is wrong with which value. */
export function filledIn(
  template: Template,
  given: TemplateValues,
  file: HeaderFile = { limits: {} },
): Result<{ readonly template: SentTemplate; readonly text: string }, ValueFaults> {
  const values = withRepeated(template, given);
  const faults = { ...faultsIn(template, values), ...fileFault(template, file) };
  if (Object.keys(faults).length > 0) return fail(faults);
  return ok({ template: sentTemplate(template, values), text: templateText(template, values) });
}

function sentTemplate(template: Template, { header, body, buttons }: TemplateValues): SentTemplate {
  const { id, name, language, placeholders } = template;
  const headerName = template.header?.placeholder;
  const fileKind = fileKindOf(template);
  return {
    id,
    name,
    language,
    ...(header !== undefined && { header, ...(headerName !== undefined && { headerName }) }),
    ...(fileKind && { fileKind }),
    body,
    placeholders,
    buttons: sentButtons(template, buttons),
  };
}

/** A quick reply comes back with what it says, whatever a provider takes for its payload where none is given. */
function sentButtons(template: Template, values: readonly string[]): readonly SentButton[] {
  const filled = openButtons(template).map(({ index, kind, placeholder }, place) => ({
    index,
    kind,
    value: values[place] ?? '',
    ...(placeholder !== undefined && { name: placeholder }),
  }));
  const replies = template.buttons.flatMap(({ kind, text: value }, index) =>
    kind === 'quick-reply' ? [{ index, kind, value }] : [],
  );
  return [...filled, ...replies].toSorted((one, other) => one.index - other.index);
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

function fileFault(template: Template, { file, limits }: HeaderFile): ValueFaults {
  const kind = fileKindOf(template);
  if (!kind) return {};
  if (!file) return { file: 'required' };
  const isOther = kind !== 'document' && kindOfType(file.mimeType) !== kind;
  if (isOther) return { file: kind === 'image' ? 'not-picture' : 'not-video' };
  return file.size > (limits[kind] ?? 0) ? { file: 'file-too-large' } : {};
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
