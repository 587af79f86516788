import type { ComponentType } from 'react';
import type { RulesView } from '../../../contract/rulesView';
import type { SettingsView } from '../../../contract/views';

export type Rules = RulesView['project'];
export type RuleName = keyof Rules;

/** What fields may offer besides their own values. */
export type RuleFacts = Pick<RulesView, 'statuses' | 'resolutions'> & Pick<SettingsView, 'requestTypes' | 'timeZone'>;

/** One rule on the screen. `initial` is the value of the default preset. */
export type FieldProps<Value> = {
  readonly rule: RuleName;
  readonly value: Value;
  readonly initial: Value;
  readonly change: (value: Value) => void;
  readonly facts: RuleFacts;
  /** The server refused this rule's value. */
  readonly isWrong: boolean;
};

export type Field<Value> = ComponentType<FieldProps<Value>>;

export const fieldId = (rule: RuleName, part = ''): string => `rule-${rule}${part && `-${part}`}`;

type Input = { readonly id: string; readonly name: RuleName; readonly isInvalid: boolean };

/** What the one field of a rule is called, and whether its value was refused. */
export const inputOf = ({ rule, isWrong }: Pick<FieldProps<unknown>, 'rule' | 'isWrong'>): Input => ({
  id: fieldId(rule),
  name: rule,
  isInvalid: isWrong,
});
