import { Inline, Label, SectionMessage, Select, Stack, Text, TextArea, Textfield, Toggle } from '@forge/react';
import { chosenValue, textOf } from '../../shared/events';
import { useSay } from '../../shared/useSay';
import { fieldId, type Field, type Rules } from './field';
import { Help, Labelled } from './Labelled';
import { TextLength } from './TextLength';

/** One of a closed list, each in words; the default is marked. */
export function choice<const Values extends readonly string[]>(values: Values): Field<Values[number]> {
  const Choice: Field<Values[number]> = ({ rule, value, initial, change, isWrong }) => {
    const say = useSay();
    const options = values.map((one) => {
      const label = say.code(`rule.value.${rule}`, one);
      return { label: one === initial ? say('settings.rules.default-choice', { label }) : label, value: one };
    });
    const take = (option: unknown): void => {
      const chosen = values.find((one) => one === chosenValue(option));
      if (chosen !== undefined) change(chosen);
    };
    const chosen = options.find((option) => option.value === value);
    return (
      <Labelled rule={rule}>
        <Select
          id={fieldId(rule)}
          name={rule}
          options={options}
          isInvalid={isWrong}
          {...(chosen && { value: chosen })}
          onChange={take}
        />
      </Labelled>
    );
  };
  return Choice;
}

export const Switch: Field<boolean> = ({ rule, value, initial, change }) => {
  const say = useSay();
  return (
    <Stack space="space.0">
      <Inline space="space.100" alignBlock="center">
        <Toggle id={fieldId(rule)} name={rule} isChecked={value} onChange={() => change(!value)} />
        <Label labelFor={fieldId(rule)}>{say.code('rule.label', rule)}</Label>
      </Inline>
      <Help rule={rule} standard={say(initial ? 'settings.rules.on' : 'settings.rules.off')} />
    </Stack>
  );
};

/** A whole number; what is no number is told by the server, as what is out of range. */
export const Count: Field<number> = ({ rule, value, initial, change, isWrong }) => (
  <Labelled rule={rule} standard={String(initial)}>
    <Textfield
      id={fieldId(rule)}
      name={rule}
      type="number"
      width="xsmall"
      isInvalid={isWrong}
      defaultValue={String(value)}
      onChange={(event) => change(numberIn(textOf(event)))}
    />
  </Labelled>
);

/** An emptied field is no zero. */
export const numberIn = (typed: string): number => (typed.trim() === '' ? Number.NaN : Number(typed));

export const Line: Field<string> = ({ rule, value, initial, change, isWrong }) => (
  <Labelled rule={rule} {...(initial !== '' && { standard: initial })}>
    <Textfield
      id={fieldId(rule)}
      name={rule}
      isInvalid={isWrong}
      defaultValue={value}
      onChange={(event) => change(textOf(event))}
    />
  </Labelled>
);

/** A text that customers get; empty means none. */
export const Message: Field<string> = ({ rule, value, change, isWrong }) => {
  const say = useSay();
  return (
    <Stack space="space.050">
      <Labelled rule={rule}>
        <TextArea
          id={fieldId(rule)}
          name={rule}
          isInvalid={isWrong}
          defaultValue={value}
          placeholder={say('settings.rules.empty-text')}
          minimumRows={2}
          onChange={(event) => change(textOf(event))}
        />
      </Labelled>
      <TextLength text={value} />
    </Stack>
  );
};

const NO_TYPE = '';

export const FallbackType: Field<Rules['fallbackRequestTypeId']> = ({ rule, value, change, ...field }) => {
  const say = useSay();
  const none = { label: say('settings.rules.no-fallback'), value: NO_TYPE };
  const options = [none, ...field.facts.requestTypes.map(({ id, name }) => ({ label: name, value: id }))];
  const gone = { label: say('settings.rules.type-gone'), value };
  return (
    <Stack space="space.100">
      <Labelled rule={rule}>
        <Select
          id={fieldId(rule)}
          name={rule}
          options={options}
          isInvalid={field.isWrong}
          value={options.find((option) => option.value === value) ?? gone}
          onChange={(option: unknown) => change(chosenValue(option) ?? NO_TYPE)}
        />
      </Labelled>
      {value === NO_TYPE && (
        <SectionMessage appearance="warning">
          <Text>{say('settings.rules.no-fallback-risk')}</Text>
        </SectionMessage>
      )}
    </Stack>
  );
};
