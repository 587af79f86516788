import { useRef, useState } from 'react';
import type { DraftView } from '../../contract/draft';
import type { SendView, TemplateView } from '../../contract/views';
import { openButtons, slotsOf, withRepeated, type Slot } from '../../domain/text/templateSlots';
import { templateText, type TemplateValues } from '../../domain/text/templateText';
import { ask } from '../shared/ask';
import { useCall, type Call } from '../shared/useCall';
import type { Way } from './ways';

/** A template that was begun: kept while the dialogue is closed, and with the agent's draft. */
export type BegunTemplate = NonNullable<DraftView['template']>;
export type KeptTemplate = {
  readonly begun: BegunTemplate | undefined;
  readonly keep: (begun: BegunTemplate | undefined) => void;
};

export type TemplateDraft = {
  readonly template?: TemplateView;
  readonly choose: (template: TemplateView | undefined) => void;
  /** The values to fill in, each asked for once. */
  readonly slots: readonly Slot[];
  readonly write: (path: string, value: string) => void;
  readonly typed: Readonly<Record<string, string>>;
  /** What the customer reads; empty until a template is chosen. */
  readonly preview: string;
  readonly isComplete: boolean;
  readonly sending: Call;
  readonly outcome?: SendView;
  readonly send: () => Promise<void>;
};

/** A template being filled in. The same values keep their draft id until they are answered: a repeated *Send* goes out once. */
export function useTemplateDraft(
  way: Way,
  templates: readonly TemplateView[] | undefined,
  { begun, keep, sent }: KeptTemplate & { readonly sent: () => Promise<void> },
): TemplateDraft {
  const template = templates?.find(
    ({ id, language, hindrance }) => !hindrance && id === begun?.template && language === begun.language,
  );
  const typed = begun?.typed ?? {};
  const { sending, outcome, changed, run } = useSend(way, async () => {
    keep(undefined);
    await sent();
  });
  const slots = template ? slotsOf(template).filter(({ sameAs }) => sameAs === undefined) : [];
  const values = template ? valuesOf(template, typed) : NONE;
  const send = async (): Promise<void> => {
    if (template) await run({ template: template.id, language: template.language, values });
  };
  return {
    choose: (next) => {
      keep(next && { template: next.id, language: next.language, typed: {} });
      changed();
    },
    slots,
    typed,
    write: (path, value) => {
      if (template) keep({ template: template.id, language: template.language, typed: { ...typed, [path]: value } });
      changed();
    },
    preview: template ? templateText(template, shownValues(values)) : '',
    isComplete: template !== undefined && slots.every(({ path }) => typed[path]?.trim()),
    sending,
    send,
    ...(template && { template }),
    ...(outcome && { outcome }),
  };
}

type Wish = { readonly template: string; readonly language: string; readonly values: Sent };

function useSend(way: Way, sent: () => Promise<void>) {
  const [outcome, setOutcome] = useState<SendView>();
  const sending = useCall();
  const attempt = useRef<{ readonly id: string; readonly key: string }>();
  const run = async (filled: Wish): Promise<void> => {
    const wish = { ...filled, ...(way.chosen && { way: way.chosen }) };
    const key = JSON.stringify(wish);
    if (attempt.current?.key !== key) attempt.current = { id: crypto.randomUUID(), key };
    setOutcome(undefined);
    const answer = await sending.run(ask('sendTemplate', { draftId: attempt.current.id, ...wish }));
    if (!answer.ok) return;
    attempt.current = undefined;
    if (answer.output.status === 'failed') setOutcome(answer.output);
    else await sent();
  };
  const changed = (): void => {
    setOutcome(undefined);
    sending.clear();
  };
  return { sending, outcome, run, changed };
}

type Typed = Readonly<Record<string, string>>;
/** As the call takes it. */
type Sent = { readonly header?: string; readonly body: string[]; readonly buttons: string[] };
const NONE: Sent = { body: [], buttons: [] };

function valuesOf(template: TemplateView, typed: Typed): Sent {
  const { header, body, buttons } = withRepeated(template, {
    header: typed.header ?? '',
    body: template.placeholders.map((_, place) => typed[`body.${place}`] ?? ''),
    buttons: openButtons(template).map((_, place) => typed[`buttons.${place}`] ?? ''),
  });
  return { ...(header !== undefined && { header }), body: [...body], buttons: [...buttons] };
}

/** A placeholder nobody has filled in yet is shown as a gap. */
const shownValues = ({ header, body }: TemplateValues) => ({
  ...(header !== undefined && { header: header || UNFILLED }),
  body: body.map((value) => value || UNFILLED),
});
const UNFILLED = '…';
