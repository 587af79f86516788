import type { ReactNode } from 'react';
import { HelperMessage, Label, Stack } from '@forge/react';

type Props = {
  /** The id of the field, which its label names. */
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  /** What is to be said of what was typed, below the help. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
};

/** A label above its field, and what helps to fill it in below. Label and help bring their own space along. */
export const Labelled = ({ id, label, help, note, children }: Props) => (
  <Stack space="space.0">
    <Label labelFor={id}>{label}</Label>
    {children}
    {help !== undefined && <HelperMessage>{help}</HelperMessage>}
    {note}
  </Stack>
);
