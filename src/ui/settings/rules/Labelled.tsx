import type { ReactNode } from 'react';
import { HelperMessage, Label, Stack } from '@forge/react';
import { useSay } from '../../shared/useSay';
import { fieldId, type RuleName } from './field';

type Props = { readonly rule: RuleName; readonly standard?: string | undefined; readonly children: ReactNode };

/** A rule's label above its field, and what it does below, with its default. */
export const Labelled = ({ rule, standard, children }: Props) => {
  const say = useSay();
  return (
    <Stack space="space.0">
      <Label labelFor={fieldId(rule)}>{say.code('rule.label', rule)}</Label>
      {children}
      <Help rule={rule} standard={standard} />
    </Stack>
  );
};

type HelpProps = Omit<Props, 'children'> & { readonly values?: Readonly<Record<string, string>> };

export const Help = ({ rule, standard, values = {} }: HelpProps) => {
  const say = useSay();
  const help = say.code('rule.help', rule, values);
  const told = standard === undefined ? help : `${help} ${say('settings.rules.default', { value: standard })}`;
  return <HelperMessage>{told.trim()}</HelperMessage>;
};

/** A part of a rule that has several. */
export const Part = ({
  id,
  label,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
}) => (
  <Stack space="space.0">
    <Label labelFor={id}>{label}</Label>
    {children}
  </Stack>
);
