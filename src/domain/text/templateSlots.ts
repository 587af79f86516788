import { TEMPLATE_FILE_KINDS, type Template, type TemplateButtonKind, type TemplateFileKind } from '../template';
import type { TemplateValues } from './templateText';

/** A value that a template takes. `path`: where it stands among the values, as in `header`, `body.0`, `buttons.1`. */
export type Slot = {
  readonly path: string;
  readonly part: SlotPart;
  /** Of the placeholder that it fills in; undefined for a code to copy. */
  readonly name: string | undefined;
  /** Of a button: the text on it. */
  readonly label?: string;
  /** The web address that the value becomes a part of. */
  readonly address?: string;
  /** It has the same value as the one there, and is not asked for. */
  readonly sameAs?: string;
};
export type SlotPart = 'header' | 'file-address' | 'body' | 'button' | 'code';

type Parts = Pick<Template, 'header' | 'placeholders' | 'buttons' | 'sharesNames'>;

/** The values that a template takes: header, body, buttons. */
export function slotsOf(template: Parts): readonly Slot[] {
  const all = [...headerSlots(template), ...bodySlots(template), ...buttonSlots(template)];
  if (!template.sharesNames) return all;
  return all.map((slot, index) => {
    const first = all.findIndex(({ name }) => name !== undefined && name === slot.name);
    const { path = '' } = all[first] ?? {};
    return first >= 0 && first < index ? { ...slot, sameAs: path } : slot;
  });
}

function headerSlots({ header }: Parts): readonly Slot[] {
  if (!header || header.placeholders === 0) return [];
  const name = header.placeholder ?? '1';
  if (header.kind === 'text') return [{ path: 'header', part: 'header', name }];
  return [{ path: 'header', part: 'file-address', name, ...(header.text !== undefined && { address: header.text }) }];
}

const bodySlots = ({ placeholders }: Parts): readonly Slot[] =>
  placeholders.map((name, place) => ({ path: `body.${place}`, part: 'body', name }));

const buttonSlots = (template: Parts): readonly Slot[] =>
  openButtons(template).map(({ kind, text: label, url, placeholder }, place) => ({
    path: `buttons.${place}`,
    part: kind === 'copy-code' ? 'code' : 'button',
    name: placeholder,
    label,
    ...(url !== undefined && { address: url }),
  }));

type OpenButton = {
  readonly kind: TemplateButtonKind;
  readonly text: string;
  readonly url?: string;
  readonly placeholder?: string;
  readonly index: number;
};

/** The buttons that take a value, with their place among all. */
export const openButtons = ({ buttons }: Pick<Template, 'buttons'>): readonly OpenButton[] =>
  buttons.flatMap(({ takesValue, ...button }, index) => (takesValue ? [{ ...button, index }] : []));

/** What kind of file a send has to give the header. Undefined for none: some have a file of the template's own, with its address. */
export const fileKindOf = ({ header }: Pick<Template, 'header'>): TemplateFileKind | undefined =>
  header?.text === undefined ? TEMPLATE_FILE_KINDS.find((kind) => kind === header?.kind) : undefined;

export function valueAt({ header, body, buttons }: TemplateValues, path: string): string | undefined {
  const [part, place] = path.split('.');
  if (part === 'header') return header;
  return (part === 'body' ? body : buttons)[Number(place)];
}

/** The values with those that are not asked for, since the same stands elsewhere already. */
export function withRepeated(template: Parts, values: TemplateValues): TemplateValues {
  const slots = slotsOf(template);
  const of = (...parts: readonly SlotPart[]) =>
    slots.flatMap(({ part, path, sameAs }) => (parts.includes(part) ? [valueAt(values, sameAs ?? path) ?? ''] : []));
  const [header] = of('header', 'file-address');
  return { ...(header !== undefined && { header }), body: of('body'), buttons: of('button', 'code') };
}
