import { useRef, useState } from 'react';
import type { SendView, TemplateView } from '../../contract/views';
import { openButtons, takesHeader, templateText } from '../../domain/text/templateText';
import { ask } from '../shared/ask';
import { useCall, type Call } from '../shared/useCall';
import type { Way } from './ways';

/** A value the template takes; `path` as the server names it when something is wrong with it. */
export type Slot = { readonly path: string; readonly part: 'header' | 'value' | 'button'; readonly name: string };

export type TemplateDraft = {
  readonly template?: TemplateView;
  readonly choose: (template: TemplateView | undefined) => void;
  readonly slots: readonly Slot[];
  readonly write: (path: string, value: string) => void;
  /** What the customer reads; empty until a template is chosen. */
  readonly preview: string;
  readonly isComplete: boolean;
  readonly sending: Call;
  readonly outcome?: SendView;
  readonly send: () => Promise<void>;
};

/** A template being filled in. The same values keep their draft id until they are answered: a repeated *Send* goes out once. */
export function useTemplateDraft(way: Way, sent: () => Promise<void>): TemplateDraft {
  const [template, setTemplate] = useState<TemplateView>();
  const [typed, setTyped] = useState<Typed>({});
  const { sending, outcome, changed, run } = useSend(way, sent);
  const slots = template ? slotsOf(template) : [];
  const values = valuesOf(slots, typed);
  const send = async (): Promise<void> => {
    if (template) await run({ template: template.id, language: template.language, values });
  };
  return {
    choose: (next) => {
      setTemplate(next);
      setTyped({});
      changed();
    },
    slots,
    write: (path, value) => {
      setTyped((before) => ({ ...before, [path]: value }));
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

type Wish = { readonly template: string; readonly language: string; readonly values: Values };

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
type Values = { readonly header?: string; readonly body: string[]; readonly buttons: string[] };

const slotsOf = (template: TemplateView): readonly Slot[] => [
  ...(takesHeader(template) ? [{ path: 'header', part: 'header', name: '' } as const] : []),
  ...template.placeholders.map((name, place) => ({ path: `body.${place}`, part: 'value', name }) as const),
  ...openButtons(template).map(
    ({ text }, place) => ({ path: `buttons.${place}`, part: 'button', name: text }) as const,
  ),
];

function valuesOf(slots: readonly Slot[], typed: Typed): Values {
  const of = (part: Slot['part']) => slots.filter((slot) => slot.part === part).map(({ path }) => typed[path] ?? '');
  const [header] = of('header');
  return { ...(header !== undefined && { header }), body: of('value'), buttons: of('button') };
}

/** A placeholder nobody has filled in yet is shown as it is. */
const shownValues = ({ header, body }: Values) => ({
  ...(header && { header }),
  body: body.map((value) => value || UNFILLED),
});
const UNFILLED = '…';
