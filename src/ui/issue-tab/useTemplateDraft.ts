import type { DraftView } from '../../contract/draft';
import type { TemplateView } from '../../contract/views';
import { slotsOf, type Slot } from '../../domain/text/templateSlots';
import { inputOf, previewOf } from './templateInput';
import type { PickedFile, PickedFiles } from './usePickedFiles';
import { useTemplateSend, type TemplateSend } from './useTemplateSend';
import type { Way } from './ways';

/** A template that was begun: kept while the dialogue is closed, and with the agent's draft. Its file is kept on this page only. */
export type BegunTemplate = NonNullable<DraftView['template']>;
export type KeptTemplate = {
  readonly begun: BegunTemplate | undefined;
  readonly keep: (begun: BegunTemplate | undefined) => void;
  readonly files: PickedFiles;
};

export type TemplateDraft = Pick<TemplateSend, 'sending' | 'outcome'> & {
  readonly template?: TemplateView;
  readonly choose: (template: TemplateView | undefined) => void;
  /** The values to fill in, each asked for once. */
  readonly slots: readonly Slot[];
  readonly write: (path: string, value: string) => void;
  readonly typed: Readonly<Record<string, string>>;
  /** The file for the header, once it is chosen. */
  readonly file?: PickedFile;
  readonly pick: (files: readonly PickedFile[]) => void;
  /** What the customer reads; empty until a template is chosen. */
  readonly preview: string;
  readonly isComplete: boolean;
  readonly send: () => Promise<void>;
};

/** A template being filled in. What was typed stays until the template went out. */
export function useTemplateDraft(
  way: Way,
  templates: readonly TemplateView[] | undefined,
  { begun, keep, files, sent }: KeptTemplate & { readonly sent: () => Promise<void> },
): TemplateDraft {
  const template = chosenOf(templates, begun);
  const typed = begun?.typed ?? {};
  const { run, changed, ...send } = useTemplateSend(way, async () => {
    keep(undefined);
    files.clear();
    await sent();
  });
  const slots = template ? askedOnce(template) : [];
  const [file] = files.list;
  return {
    ...send,
    choose: (next) => {
      keep(next && { ...named(next), typed: {} });
      files.clear();
      changed();
    },
    slots,
    typed,
    write: (path, value) => {
      if (template) keep({ ...named(template), typed: { ...typed, [path]: value } });
      changed();
    },
    pick: (picked) => {
      files.clear();
      files.pick(picked.slice(-1));
      changed();
    },
    preview: template ? previewOf(template, inputOf(template, typed)) : '',
    isComplete: hasItsFile(template, file) && slots.every(({ path }) => typed[path]?.trim()),
    send: async () => template && run({ ...named(template), values: inputOf(template, typed) }, template.file && files),
    ...(template && { template }),
    ...(file && { file }),
  };
}

const askedOnce = (template: TemplateView): readonly Slot[] =>
  slotsOf(template).filter(({ sameAs }) => sameAs === undefined);

const chosenOf = (templates: readonly TemplateView[] | undefined, begun: BegunTemplate | undefined) =>
  templates?.find(({ id, language, hindrance }) => !hindrance && id === begun?.template && language === begun.language);

function hasItsFile(template: TemplateView | undefined, file: PickedFile | undefined): boolean {
  if (!template?.file) return template !== undefined;
  return file !== undefined && file.size <= template.file.maxBytes;
}

const named = ({ id: template, language }: TemplateView) => ({ template, language });
