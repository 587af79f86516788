/** A message text that the provider approved beforehand: the only kind that may open a service window. */
export type Template = {
  /** What a send names it by; the provider's own id where it has one besides the name. */
  readonly id: string;
  readonly name: string;
  /** As the provider spells it, e.g. `en_US`, `de`. */
  readonly language: string;
  readonly status: TemplateStatus;
  readonly category?: string;
  /** `placeholders`: how many values the text takes, 0 or 1. */
  readonly header?: { readonly kind: TemplateHeaderKind; readonly text?: string; readonly placeholders: number };
  /** With its placeholders as the provider writes them, `{{1}}`, or by name, `{{first_name}}`. */
  readonly body: string;
  /** The placeholders of the body, in the order in which they first stand there. */
  readonly placeholders: readonly string[];
  readonly footer?: string;
  readonly buttons: readonly TemplateButton[];
};

export const TEMPLATE_STATUSES = ['approved', 'pending', 'rejected', 'paused', 'disabled', 'unknown'] as const;
/** Only approved ones can be sent. */
export type TemplateStatus = (typeof TEMPLATE_STATUSES)[number];

export const TEMPLATE_HEADER_KINDS = ['text', 'image', 'video', 'document', 'location'] as const;
export type TemplateHeaderKind = (typeof TEMPLATE_HEADER_KINDS)[number];
export const TEMPLATE_BUTTON_KINDS = ['quick-reply', 'url', 'phone', 'copy-code', 'flow', 'other'] as const;
export type TemplateButtonKind = (typeof TEMPLATE_BUTTON_KINDS)[number];
/** `takesValue`: a send has to give this button a value (a web address with a placeholder, a code). */
export type TemplateButton = {
  readonly kind: TemplateButtonKind;
  readonly text: string;
  readonly takesValue: boolean;
};

/** A template as it was sent, with its values in the order of its placeholders. Only buttons that take a value are named. */
export type SentTemplate = {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly header?: string;
  readonly body: readonly string[];
  readonly buttons: readonly { readonly index: number; readonly kind: TemplateButtonKind; readonly value: string }[];
};

const PLACEHOLDER = /\{\{\s*([A-Za-z0-9_]{1,64})\s*\}\}/g;

/** The names of the placeholders of a text, each once, in the order in which they first stand there. */
export const placeholdersIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name)),
];

/** The text with its placeholders filled in, `values` in the order of `placeholdersIn`. One without a value stays as it is. */
export function filledTemplate(text: string, values: readonly string[]): string {
  const names = placeholdersIn(text);
  return text.replace(PLACEHOLDER, (whole, name: string) => values[names.indexOf(name)] ?? whole);
}
