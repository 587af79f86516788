import { Select, Textfield } from '@forge/react';
import { chosenValue, textOf } from '../../shared/events';
import { useSay } from '../../shared/useSay';
import { inputOf, type Field } from './field';
import { LabelledRule, SwitchedRule } from './LabelledRule';

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
      <LabelledRule rule={rule}>
        <Select {...inputOf({ rule, isWrong })} options={options} {...(chosen && { value: chosen })} onChange={take} />
      </LabelledRule>
    );
  };
  return Choice;
}

export const Switch: Field<boolean> = ({ rule, value, initial, change }) => {
  const say = useSay();
  const standard = say(initial ? 'settings.rules.on' : 'settings.rules.off');
  return <SwitchedRule rule={rule} isOn={value} change={change} standard={standard} />;
};

/** A whole number; what is no number is told by the server, as what is out of range. */
export const Count: Field<number> = ({ rule, value, initial, change, isWrong }) => (
  <LabelledRule rule={rule} standard={String(initial)}>
    <Textfield
      {...inputOf({ rule, isWrong })}
      type="number"
      width="xsmall"
      defaultValue={String(value)}
      onChange={(event) => change(numberIn(textOf(event)))}
    />
  </LabelledRule>
);

/** An emptied field is no zero. */
export const numberIn = (typed: string): number => (typed.trim() === '' ? Number.NaN : Number(typed));

export const Line: Field<string> = ({ rule, value, initial, change, isWrong }) => (
  <LabelledRule rule={rule} {...(initial !== '' && { standard: initial })}>
    <Textfield {...inputOf({ rule, isWrong })} defaultValue={value} onChange={(event) => change(textOf(event))} />
  </LabelledRule>
);
