import { ErrorMessage, Textfield } from '@forge/react';
import type { FieldView } from '../../contract/views';
import { textOf } from '../shared/events';
import { Labelled } from '../shared/Labelled';
import { useSay, type Say } from '../shared/useSay';

type Props = {
  readonly field: FieldView;
  readonly value: string;
  readonly stored: boolean;
  readonly missing: boolean;
  readonly wrong: boolean;
  readonly write: (text: string) => void;
};

/** One declared field of a provider. */
export const CredentialField = ({ field, value, stored, missing, wrong, write }: Props) => {
  const say = useSay();
  const id = `credential-${field.name}`;
  return (
    <Labelled
      id={id}
      label={field.label}
      help={helpOf(field, stored, say)}
      note={missing && <ErrorMessage>{say('screen.required')}</ErrorMessage>}
    >
      <Textfield
        id={id}
        name={field.name}
        type={field.secret ? 'password' : 'text'}
        defaultValue={value}
        isInvalid={missing || wrong}
        {...(stored && { placeholder: say('settings.credentials.stored') })}
        onChange={(event) => write(textOf(event))}
      />
    </Labelled>
  );
};

function helpOf({ help, generated, optional, secret }: FieldView, stored: boolean, say: Say): string {
  const more = [
    ...(generated ? [say('settings.connect.generated')] : []),
    ...(optional ? [say('settings.connect.optional')] : []),
    ...(secret && !stored ? [say('settings.connect.secret')] : []),
    ...(stored ? [say('settings.credentials.stored-help')] : []),
  ];
  return [help, ...more].join(' ');
}
