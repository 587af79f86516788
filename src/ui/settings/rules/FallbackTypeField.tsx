import { SectionMessage, Select, Stack, Text } from '@forge/react';
import { chosenValue } from '../../shared/events';
import { useSay } from '../../shared/useSay';
import { AsksFor } from '../AsksFor';
import { inputOf, type Field, type Rules } from './field';
import { LabelledRule } from './LabelledRule';

const NO_TYPE = '';

/** The request type that takes what no other can; while there is none, what that costs. */
export const FallbackType: Field<Rules['fallbackRequestTypeId']> = ({ rule, value, change, facts, isWrong }) => {
  const say = useSay();
  const none = { label: say('settings.rules.no-fallback'), value: NO_TYPE };
  const options = [none, ...facts.requestTypes.map(({ id, name }) => ({ label: name, value: id }))];
  const gone = { label: say('settings.rules.type-gone'), value };
  return (
    <Stack space="space.100">
      <LabelledRule rule={rule}>
        <Select
          {...inputOf({ rule, isWrong })}
          options={options}
          value={options.find((option) => option.value === value) ?? gone}
          onChange={(option: unknown) => change(chosenValue(option) ?? NO_TYPE)}
        />
      </LabelledRule>
      <AsksFor type={facts.requestTypes.find(({ id }) => id === value)} />
      {value === NO_TYPE && (
        <SectionMessage appearance="warning">
          <Text>{say('settings.rules.no-fallback-risk')}</Text>
        </SectionMessage>
      )}
    </Stack>
  );
};
