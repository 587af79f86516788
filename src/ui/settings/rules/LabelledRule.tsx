import type { ReactNode } from 'react';
import { HelperMessage, Inline, Label, Stack, Toggle } from '@forge/react';
import { Labelled } from '../../shared/Labelled';
import { useSay } from '../../shared/useSay';
import { fieldId, type RuleName } from './field';

type Told = {
  readonly rule: RuleName;
  /** The default, in words. */
  readonly standard?: string | undefined;
  /** What the help tells of this site. */
  readonly values?: Readonly<Record<string, string>>;
};

/** A rule's label above its field, and what it does below, with its default. */
export const LabelledRule = ({ rule, standard, children }: Told & { readonly children: ReactNode }) => {
  const say = useSay();
  return (
    <Labelled id={fieldId(rule)} label={say.code('rule.label', rule)} note={<Help rule={rule} standard={standard} />}>
      {children}
    </Labelled>
  );
};

type Switched = Told & { readonly isOn: boolean; readonly change: (isOn: boolean) => void };

/** A rule that is on or off: its label beside the switch. */
export const SwitchedRule = ({ isOn, change, ...told }: Switched) => {
  const say = useSay();
  const { rule } = told;
  return (
    <Stack space="space.0">
      <Inline space="space.100" alignBlock="center">
        <Toggle id={fieldId(rule)} name={rule} isChecked={isOn} onChange={() => change(!isOn)} />
        <Label labelFor={fieldId(rule)}>{say.code('rule.label', rule)}</Label>
      </Inline>
      <Help {...told} />
    </Stack>
  );
};

export const Help = ({ rule, standard, values = {} }: Told) => {
  const say = useSay();
  const help = say.code('rule.help', rule, values);
  const told = standard === undefined ? help : `${help} ${say('settings.rules.default', { value: standard })}`;
  return <HelperMessage>{told.trim()}</HelperMessage>;
};
