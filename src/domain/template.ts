/** A message text that the provider approved beforehand: the only kind that may open a service window. */
export type Template = {
  /** What a send names it by; the provider's own id where it has one besides the name. */
  readonly id: string;
  readonly name: string;
  /** As the provider spells it, e.g. `en_US`, `de`. */
  readonly language: string;
  readonly status: TemplateStatus;
  readonly category?: string;
  readonly header?: TemplateHeader;
  /** With its placeholders as the provider writes them, `{{1}}`, or by name, `{{first_name}}`. */
  readonly body: string;
  /** The names of the placeholders of the body, in the order of `placeholdersIn`. */
  readonly placeholders: readonly string[];
  readonly footer?: string;
  readonly buttons: readonly TemplateButton[];
  /** A placeholder has one value wherever in the template it stands. Else each part has placeholders of its own. */
  readonly sharesNames?: true;
  /** What OmniChat cannot send of it, however its values are filled in. */
  readonly obstacle?: TemplateObstacle;
};

/** `placeholders`: how many values the text takes, 0 or 1; `placeholder` is the name of it. */
export type TemplateHeader = {
  readonly kind: TemplateHeaderKind;
  /** Of a text; of a file that belongs to the template: its web address. */
  readonly text?: string;
  readonly placeholders: number;
  readonly placeholder?: string;
};

export const TEMPLATE_STATUSES = ['approved', 'pending', 'rejected', 'paused', 'disabled', 'unknown'] as const;
/** Only approved ones can be sent. */
export type TemplateStatus = (typeof TEMPLATE_STATUSES)[number];

/** Closed list: each has a sentence in static/locales. */
export const TEMPLATE_OBSTACLES = ['location-header', 'header', 'button', 'parts', 'named-values'] as const;
export type TemplateObstacle = (typeof TEMPLATE_OBSTACLES)[number];

export const TEMPLATE_HEADER_KINDS = ['text', 'image', 'video', 'document', 'location', 'other'] as const;
/** A header that is one of these is given a file with each send. */
export const TEMPLATE_FILE_KINDS = ['image', 'video', 'document'] as const;
export type TemplateFileKind = (typeof TEMPLATE_FILE_KINDS)[number];
export type TemplateHeaderKind = (typeof TEMPLATE_HEADER_KINDS)[number];
export const TEMPLATE_BUTTON_KINDS = ['quick-reply', 'url', 'phone', 'copy-code', 'flow', 'other'] as const;
export type TemplateButtonKind = (typeof TEMPLATE_BUTTON_KINDS)[number];
/** `takesValue`: a send has to give this button a value (a web address with a placeholder, a code). */
export type TemplateButton = {
  readonly kind: TemplateButtonKind;
  readonly text: string;
  readonly takesValue: boolean;
  /** Of the placeholder that its value fills in. */
  readonly placeholder?: string;
  /** The web address it opens, with that placeholder. */
  readonly url?: string;
};

/**
 * A template as it was sent, with its values in the order of its placeholders. Only quick replies, with their words, and buttons that take a value are there.
 * The names of the placeholders are missing in what was stored before they were kept.
 */
export type SentTemplate = {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly header?: string;
  readonly headerName?: string;
  /** As what the file in its header is shown. */
  readonly fileKind?: TemplateFileKind;
  readonly body: readonly string[];
  readonly placeholders?: readonly string[];
  readonly buttons: readonly SentButton[];
};
/** `index` is the place among the template's buttons, from 0 on; `name` that of its placeholder. */
export type SentButton = {
  readonly index: number;
  readonly kind: TemplateButtonKind;
  readonly value: string;
  readonly name?: string;
};

const PLACEHOLDER = /\{\{\s*([A-Za-z0-9_]{1,64})\s*\}\}/g;

/**
 * The names of the placeholders of a text, each once: numbers in their order, since providers take their values by it
 * wherever they stand, then names in the order in which they first stand there.
 */
export function placeholdersIn(text: string): readonly string[] {
  const names = [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name))];
  const numbers = names.filter(isPosition).toSorted((one, other) => Number(one) - Number(other));
  return [...numbers, ...names.filter((name) => !isPosition(name))];
}

/** A placeholder is a number, or it has a name. */
export const isPosition = (name: string): boolean => /^\d+$/.test(name);

/** The text with its placeholders filled in, `values` in the order of `placeholdersIn`. One without a value stays as it is. */
export function filledTemplate(text: string, values: readonly string[]): string {
  const names = placeholdersIn(text);
  return text.replace(PLACEHOLDER, (whole, name: string) => values[names.indexOf(name)] ?? whole);
}
