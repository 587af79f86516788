import { ErrorMessage, Select, Stack } from '@forge/react';
import type { RequestTypeView } from '../../contract/views';
import { chosenValue } from '../shared/events';
import { Labelled } from '../shared/Labelled';
import { useSay } from '../shared/useSay';
import { AsksFor } from './AsksFor';

type Props = {
  readonly requestTypes: readonly RequestTypeView[];
  readonly chosen: string | undefined;
  readonly missing: boolean;
  readonly choose: (id: string | undefined) => void;
};

/** The fall-back type of a project that has none yet: asked for with its first number (X16). */
export const FirstFallback = ({ requestTypes, chosen, missing, choose }: Props) => {
  const say = useSay();
  const options = requestTypes.map(({ id, name }) => ({ label: name, value: id }));
  const value = options.find((option) => option.value === chosen);
  return (
    <Stack space="space.100">
      <Labelled
        id="first-fallback"
        label={say('settings.fallback.label')}
        help={say('settings.fallback.help')}
        note={missing && <ErrorMessage>{say('screen.required')}</ErrorMessage>}
      >
        <Select
          id="first-fallback"
          inputId="first-fallback"
          name="first-fallback"
          options={options}
          placeholder={say('settings.numbers.choose')}
          isInvalid={missing}
          {...(value && { value })}
          onChange={(option: unknown) => choose(chosenValue(option))}
        />
      </Labelled>
      <AsksFor type={requestTypes.find(({ id }) => id === chosen)} />
    </Stack>
  );
};

/** The first that takes every message. Where each asks for something else, the administrator has to weigh them. */
export const suggestFallback = (requestTypes: readonly RequestTypeView[]): string | undefined =>
  requestTypes.find(({ asksFor }) => !asksFor)?.id;
