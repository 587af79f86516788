import { useState, type ReactNode } from 'react';
import { Button, Form, Inline, LoadingButton, Stack } from '@forge/react';
import type { FieldView } from '../../contract/views';
import { RefusalNote } from '../shared/RefusalNote';
import type { Call } from '../shared/useCall';
import { useSay } from '../shared/useSay';
import { CredentialField } from './CredentialField';

export type Credentials = Readonly<Record<string, string>>;

type Props = {
  readonly fields: readonly FieldView[];
  /** Values to start from, and the names of secrets that are stored: those may stay empty. */
  readonly values?: Credentials;
  readonly stored?: readonly string[];
  readonly call: Call;
  readonly submitLabel: string;
  readonly submit: (credentials: Credentials) => void;
  readonly cancel: () => void;
  readonly children?: ReactNode;
};

/** A provider's credentials. What is missing is said at its field; what the provider's rules refuse, below and at the field. */
export const CredentialsForm = (props: Props) => {
  const { fields, values = {}, stored = [], call, submitLabel, submit, cancel, children } = props;
  const say = useSay();
  const initial = { ...Object.fromEntries(fields.map((field) => [field.name, field.initial])), ...values };
  const [written, setWritten] = useState<Credentials>(initial);
  const [checked, setChecked] = useState(false);
  const isMissing = ({ name, generated, optional }: FieldView): boolean =>
    !generated && !optional && !stored.includes(name) && (written[name] ?? '').trim() === '';
  const write = (name: string, text: string): void => {
    setWritten((before) => ({ ...before, [name]: text }));
    call.clear();
  };
  const onSubmit = (): void => {
    setChecked(true);
    if (fields.some(isMissing)) return;
    submit(Object.fromEntries(fields.map(({ name }) => [name, (written[name] ?? '').trim()])));
  };
  return (
    <Form onSubmit={onSubmit}>
      <Stack space="space.150">
        {children}
        {fields.map((field) => (
          <CredentialField
            key={field.name}
            field={field}
            value={initial[field.name] ?? ''}
            stored={stored.includes(field.name)}
            missing={checked && isMissing(field)}
            wrong={call.refusal?.code === 'bad-credentials' && call.refusal.message.includes(field.label)}
            write={(text) => write(field.name, text)}
          />
        ))}
        <RefusalNote refusal={call.refusal} />
        <Inline space="space.100">
          <LoadingButton type="submit" appearance="primary" isLoading={call.busy}>
            {submitLabel}
          </LoadingButton>
          <Button appearance="subtle" onClick={cancel}>
            {say('screen.cancel')}
          </Button>
        </Inline>
      </Stack>
    </Form>
  );
};
