import { ErrorMessage, Inline, Select, Stack, Textfield } from '@forge/react';
import { chosenValue, chosenValues, textOf } from '../../shared/events';
import { Labelled } from '../../shared/Labelled';
import { useSay } from '../../shared/useSay';
import { fieldId, type Field, type FieldProps, type Rules } from './field';
import { Help, LabelledRule } from './LabelledRule';

const KEPT = '';

type Named = {
  readonly id: string;
  readonly names: readonly string[];
  readonly value: string;
  readonly none: string;
  readonly isWrong: boolean;
  readonly change: (name: string) => void;
};

/** One of the names Jira told, or none. Where Jira told nothing it is typed. */
const NameField = ({ id, names, value, none, isWrong, change }: Named) => {
  if (names.length === 0)
    return <Textfield id={id} isInvalid={isWrong} defaultValue={value} onChange={(event) => change(textOf(event))} />;
  const gone = goneFrom(names, [value]);
  const known = [...names, ...gone];
  const options = [{ label: none, value: KEPT }, ...known.map((name) => ({ label: name, value: name }))];
  return (
    <>
      <Select
        id={id}
        options={options}
        isInvalid={isWrong || gone.length > 0}
        value={options.find((option) => option.value === value) ?? { label: none, value: KEPT }}
        onChange={(option: unknown) => change(chosenValue(option) ?? KEPT)}
      />
      <Gone names={gone} />
    </>
  );
};

/** Names the workflow had when they were chosen. Where Jira told nothing, nobody knows. */
export const goneFrom = (names: readonly string[], chosen: readonly string[]): readonly string[] =>
  names.length === 0 ? [] : chosen.filter((name) => name !== KEPT && !names.includes(name));

/** A rule that names what is not there any more does nothing: that is said where it can be mended. */
export const Gone = ({ names }: { readonly names: readonly string[] }) => {
  const say = useSay();
  if (names.length === 0) return null;
  return <ErrorMessage>{say('settings.rules.name-gone', { names: names.join(', ') })}</ErrorMessage>;
};

export const Status: Field<string> = ({ rule, value, initial, change, facts, isWrong }) => {
  const say = useSay();
  const none = say('settings.rules.status-kept');
  return (
    <LabelledRule rule={rule} standard={initial === KEPT ? none : initial}>
      <NameField
        id={fieldId(rule)}
        names={facts.statuses}
        value={value}
        none={none}
        isWrong={isWrong}
        change={change}
      />
    </LabelledRule>
  );
};

export const Statuses: Field<readonly string[]> = ({ rule, value, change, facts, isWrong }) => {
  const say = useSay();
  const gone = goneFrom(facts.statuses, value);
  const offered = [...new Set([...facts.statuses, ...value])].map((name) => ({ label: name, value: name }));
  if (facts.statuses.length === 0) return <Words rule={rule} value={value} change={change} isWrong={isWrong} />;
  return (
    <LabelledRule rule={rule}>
      <Select
        id={fieldId(rule)}
        isMulti
        options={offered}
        placeholder={say('settings.rules.choose-statuses')}
        isInvalid={isWrong || gone.length > 0}
        value={offered.filter((option) => value.includes(option.value))}
        onChange={(options: unknown) => change(chosenValues(options))}
      />
      <Gone names={gone} />
    </LabelledRule>
  );
};

type List = Omit<FieldProps<readonly string[]>, 'initial' | 'facts'>;

const Words = ({ rule, value, change, isWrong }: List) => (
  <LabelledRule rule={rule}>
    <Textfield
      id={fieldId(rule)}
      isInvalid={isWrong}
      defaultValue={value.join(', ')}
      onChange={(event) => change(wordsIn(textOf(event)))}
    />
  </LabelledRule>
);

/** `a, b` as a list. */
export const wordsIn = (typed: string): readonly string[] =>
  typed.split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));

export const CloseTransition: Field<Rules['closeTransition']> = ({ rule, value, change, ...field }) => {
  const say = useSay();
  const { statuses, resolutions } = field.facts;
  return (
    <Stack space="space.0">
      <Inline space="space.200" shouldWrap>
        <Labelled id={fieldId(rule)} label={say.code('rule.label', rule)}>
          <NameField
            id={fieldId(rule)}
            names={statuses}
            value={value.status}
            none={say('settings.rules.status-kept')}
            isWrong={field.isWrong}
            change={(status) => change({ ...value, status })}
          />
        </Labelled>
        {value.status !== KEPT && (
          <Labelled id={fieldId(rule, 'resolution')} label={say('settings.rules.resolution')}>
            <NameField
              id={fieldId(rule, 'resolution')}
              names={resolutions}
              value={value.resolution}
              none={say('settings.rules.no-resolution')}
              isWrong={field.isWrong}
              change={(resolution) => change({ ...value, resolution })}
            />
          </Labelled>
        )}
      </Inline>
      <Help rule={rule} />
    </Stack>
  );
};
