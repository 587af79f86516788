import type { DraftView } from '../../contract/draft';
import type { TemplateView } from '../../contract/views';
import { slotsOf, type Slot } from '../../domain/text/templateSlots';
import { inputOf, previewOf } from './templateInput';
import { usePickedFiles, type PickedFile } from './usePickedFiles';
import { useTemplateSend, type TemplateSend } from './useTemplateSend';
import type { Way } from './ways';

/** A template that was begun: kept while the dialogue is closed, and with the agent's draft. */
export type BegunTemplate = NonNullable<DraftView['template']>;
export type KeptTemplate = {
  readonly begun: BegunTemplate | undefined;
  readonly keep: (begun: BegunTemplate | undefined) => void;
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
  { begun, keep, sent }: KeptTemplate & { readonly sent: () => Promise<void> },
): TemplateDraft {
  const template = templates?.find(
    ({ id, language, hindrance }) => !hindrance && id === begun?.template && language === begun.language,
  );
  const typed = begun?.typed ?? {};
  const files = usePickedFiles();
  const { run, changed, ...send } = useTemplateSend(way, async () => {
    keep(undefined);
    await sent();
  });
  const slots = template ? slotsOf(template).filter(({ sameAs }) => sameAs === undefined) : [];
  const [file] = files.list;
  const isFileThere = !template?.file || (file !== undefined && file.size <= template.file.maxBytes);
  return {
    ...send,
    choose: (next) => {
      keep(next && { template: next.id, language: next.language, typed: {} });
      files.clear();
      changed();
    },
    slots,
    typed,
    write: (path, value) => {
      if (template) keep({ template: template.id, language: template.language, typed: { ...typed, [path]: value } });
      changed();
    },
    pick: (picked) => {
      files.clear();
      files.pick(picked.slice(-1));
      changed();
    },
    preview: template ? previewOf(template, inputOf(template, typed)) : '',
    isComplete: template !== undefined && isFileThere && slots.every(({ path }) => typed[path]?.trim()),
    send: async () => {
      if (!template) return;
      const { id, language } = template;
      await run({ template: id, language, values: inputOf(template, typed) }, template.file && files);
    },
    ...(template && { template }),
    ...(file && { file }),
  };
}
