import { Inline, Label, Select, Stack, Textfield, Toggle } from '@forge/react';
import { chosenValue, textOf } from '../../shared/events';
import { useSay } from '../../shared/useSay';
import { fieldId, inputOf, type Field } from './field';
import { Help, Labelled } from './Labelled';

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
        <Select {...inputOf({ rule, isWrong })} options={options} {...(chosen && { value: chosen })} onChange={take} />
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
      {...inputOf({ rule, isWrong })}
      type="number"
      width="xsmall"
      defaultValue={String(value)}
      onChange={(event) => change(numberIn(textOf(event)))}
    />
  </Labelled>
);

/** An emptied field is no zero. */
export const numberIn = (typed: string): number => (typed.trim() === '' ? Number.NaN : Number(typed));

export const Line: Field<string> = ({ rule, value, initial, change, isWrong }) => (
  <Labelled rule={rule} {...(initial !== '' && { standard: initial })}>
    <Textfield {...inputOf({ rule, isWrong })} defaultValue={value} onChange={(event) => change(textOf(event))} />
  </Labelled>
);
