import { ErrorMessage, Textfield } from '@forge/react';
import type { ProviderView } from '../../contract/views';
import { textOf } from '../shared/events';
import { Labelled } from '../shared/Labelled';
import { PhoneDoubt } from '../shared/PhoneDoubt';
import { useSay } from '../shared/useSay';

type Props = {
  readonly field: ProviderView['numberFields'][number];
  readonly missing: boolean;
  readonly typed: string;
  readonly write: (text: string) => void;
};

/** One of the things that name a business number at its provider. */
export const NumberField = ({ field, missing, typed, write }: Props) => {
  const say = useSay();
  const id = `number-${field.name}`;
  return (
    <Labelled
      id={id}
      label={field.label}
      help={field.help}
      note={
        <>
          {field.isPhone && <PhoneDoubt typed={typed} />}
          {missing && <ErrorMessage>{say('screen.required')}</ErrorMessage>}
        </>
      }
    >
      <Textfield id={id} name={field.name} isInvalid={missing} onChange={(event) => write(textOf(event))} />
    </Labelled>
  );
};
