import { Stack, Text } from '@forge/react';
import { useSay } from '../shared/useSay';
import type { Measure } from './measure';

/** How long the answer is, and what that costs or forbids. */
export const Length = ({ measure: { line, warning, refusal } }: { readonly measure: Measure }) => {
  const say = useSay();
  return (
    <Stack space="space.025" alignInline="end">
      <Text size="small" color={refusal ? 'color.text.danger' : 'color.text.subtle'}>
        {say(line.key, line.values)}
      </Text>
      {warning && (
        <Text size="small" color="color.text.warning">
          {say(warning.key, warning.values)}
        </Text>
      )}
    </Stack>
  );
};
