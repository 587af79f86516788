import { Button, Inline, SectionMessage, Stack, Text } from '@forge/react';
import type { Refusal } from './ask';
import { useSay } from './useSay';

/** A screen that could not be loaded says why and offers to try again. */
export const NotLoaded = ({ refusal, retry }: { readonly refusal: Refusal; readonly retry: () => void }) => {
  const say = useSay();
  return (
    <SectionMessage appearance="error" title={say('screen.not-loaded')}>
      <Stack space="space.100">
        <Text>{say.code('error', refusal.code)}</Text>
        <Inline>
          <Button onClick={retry}>{say('screen.try-again')}</Button>
        </Inline>
      </Stack>
    </SectionMessage>
  );
};
