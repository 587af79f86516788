import { ErrorMessage, Label, Select, Stack, Textfield } from '@forge/react';
import type { TemplateView } from '../../contract/views';
import { chosenValue, textOf } from '../shared/events';
import { useSay } from '../shared/useSay';
import type { Slot, TemplateDraft } from './useTemplateDraft';

type Props = { readonly templates: readonly TemplateView[]; readonly draft: TemplateDraft };

/** Which template, and one field for each of its values, with what is wrong with it. */
export const TemplateFields = ({ templates, draft }: Props) => {
  const say = useSay();
  const options = templates.map((one) => ({ label: `${one.name} (${one.language})`, value: keyOf(one) }));
  const { template } = draft;
  return (
    <Stack space="space.150">
      <Stack space="space.050">
        <Label labelFor="template">{say('templates.which')}</Label>
        <Select
          id="template"
          inputId="template"
          options={options}
          placeholder={say('templates.choose')}
          onChange={(option: unknown) => draft.choose(templates.find((one) => keyOf(one) === chosenValue(option)))}
        />
      </Stack>
      {template &&
        draft.slots.map((slot) => <Value key={`${keyOf(template)} ${slot.path}`} slot={slot} draft={draft} />)}
    </Stack>
  );
};

const Value = ({ slot, draft }: { readonly slot: Slot; readonly draft: TemplateDraft }) => {
  const say = useSay();
  const { path, part, name } = slot;
  const fault = draft.sending.refusal?.faults?.[`values.${path}`];
  const id = `template-${path}`;
  return (
    <Stack space="space.050">
      <Label labelFor={id}>{say(LABELS[part], { name, text: name })}</Label>
      <Textfield
        id={id}
        name={id}
        isInvalid={fault !== undefined}
        onChange={(event) => draft.write(path, textOf(event))}
      />
      {fault !== undefined && <ErrorMessage>{say.code('error', fault)}</ErrorMessage>}
    </Stack>
  );
};

const LABELS = { header: 'templates.header', value: 'templates.value', button: 'templates.button' } as const;

/** The same template stands there once per language. */
const keyOf = ({ id, language }: TemplateView): string => JSON.stringify([id, language]);
