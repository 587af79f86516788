import { useState } from 'react';
import { ErrorMessage, Select, Stack, Textfield } from '@forge/react';
import type { TemplateView } from '../../contract/views';
import { chosenValue, textOf } from '../shared/events';
import { Labelled } from '../shared/Labelled';
import { useSay } from '../shared/useSay';
import type { Slot, SlotPart } from '../../domain/text/templateSlots';
import { TemplateFile } from './TemplateFile';
import { isLong, languageFor, languagesOf, matching, type TemplateFilter } from './templateFilter';
import { NothingFound, TemplateSearch } from './TemplateSearch';
import type { TemplateDraft } from './useTemplateDraft';

type Props = {
  readonly templates: readonly TemplateView[];
  /** The customer's language, where it is known. */
  readonly spoken: string | undefined;
  readonly draft: TemplateDraft;
};

/** Which template, and one field for each of its values, with what is wrong with it. */
export const TemplateFields = ({ templates, spoken, draft }: Props) => {
  const { template } = draft;
  return (
    <Stack space="space.150">
      {isLong(templates) ? (
        <LongList templates={templates} spoken={spoken} draft={draft} />
      ) : (
        <Which templates={templates} draft={draft} />
      )}
      {template?.file && <TemplateFile wanted={template.file} draft={draft} key={keyOf(template)} />}
      {template &&
        draft.slots.map((slot) => <Value key={`${keyOf(template)} ${slot.path}`} slot={slot} draft={draft} />)}
    </Stack>
  );
};

const ALL: TemplateFilter = { words: '', language: '' };

/** A list that is searched. The template that is chosen stays in it, whatever is looked for. */
const LongList = ({ templates, spoken, draft }: Props) => {
  const { template } = draft;
  const [filter, setFilter] = useState(() => ({
    ...ALL,
    language: languageFor(templates, template?.language ?? spoken),
  }));
  const [drawn, setDrawn] = useState(0);
  const found = matching(templates, filter);
  const isChosen = template && !found.includes(template);
  const showAll = (): void => {
    setFilter(ALL);
    setDrawn(drawn + 1);
  };
  return (
    <>
      <TemplateSearch key={drawn} filter={filter} languages={languagesOf(templates)} narrow={setFilter} />
      {found.length === 0 && <NothingFound showAll={showAll} />}
      {(found.length > 0 || isChosen) && <Which templates={isChosen ? [template, ...found] : found} draft={draft} />}
    </>
  );
};

const Which = ({ templates, draft }: Omit<Props, 'spoken'>) => {
  const say = useSay();
  const options = templates.map(({ name, language, hindrance, ...one }) => ({
    label: hindrance
      ? say('templates.not-now', { name, language, why: say.code('templates.why', hindrance) })
      : `${name} (${language})`,
    value: keyOf({ ...one, language }),
    isDisabled: hindrance !== undefined,
  }));
  const { template } = draft;
  return (
    <Labelled id="template" label={say('templates.which')}>
      <Select
        id="template"
        inputId="template"
        options={options}
        placeholder={say('templates.choose')}
        defaultValue={options.find(({ value }) => template && value === keyOf(template))}
        onChange={(option: unknown) => draft.choose(templates.find((one) => keyOf(one) === chosenValue(option)))}
      />
    </Labelled>
  );
};

const Value = ({ slot, draft }: { readonly slot: Slot; readonly draft: TemplateDraft }) => {
  const say = useSay();
  const { path, part, name = '', label = '', address } = slot;
  const fault = draft.sending.refusal?.faults?.[`values.${path}`];
  const id = `template-${path}`;
  return (
    <Labelled
      id={id}
      label={say(LABELS[part], { name, text: label })}
      help={address}
      note={fault !== undefined && <ErrorMessage>{say.code('error', fault)}</ErrorMessage>}
    >
      <Textfield
        id={id}
        name={id}
        isInvalid={fault !== undefined}
        defaultValue={draft.typed[path] ?? ''}
        onChange={(event) => draft.write(path, textOf(event))}
      />
    </Labelled>
  );
};

const LABELS = {
  header: 'templates.header',
  'file-address': 'templates.file-address',
  body: 'templates.value',
  button: 'templates.button',
  code: 'templates.code',
} as const satisfies Record<SlotPart, string>;

/** The same template stands there once per language. */
const keyOf = ({ id, language }: Pick<TemplateView, 'id' | 'language'>): string => JSON.stringify([id, language]);
