import { Box, Label, LoadingButton, Stack, Text, TextArea, xcss } from '@forge/react';
import { textOf } from '../shared/events';
import { RefusalNote } from '../shared/RefusalNote';
import { useSay } from '../shared/useSay';
import type { InternalDraft } from './useInternalDraft';

/** As Jira colours the editor of an internal note. */
const paper = xcss({ backgroundColor: 'color.background.warning', padding: 'space.150', borderRadius: 'radius.large' });

/** Where the agent writes an internal comment. */
export const InternalMessage = ({ draft }: { readonly draft: InternalDraft }) => {
  const say = useSay();
  return (
    <Box xcss={paper}>
      <Stack space="space.100">
        <Label labelFor="internal">{say('composer.internal-message')}</Label>
        <TextArea
          key={draft.edition}
          id="internal"
          name="internal"
          placeholder={say('composer.internal-placeholder')}
          defaultValue={draft.text}
          minimumRows={3}
          isDisabled={draft.adding.busy}
          onChange={(event) => draft.write(textOf(event))}
        />
        <RefusalNote refusal={draft.adding.refusal} />
        <LoadingButton
          isLoading={draft.adding.busy}
          isDisabled={draft.text.trim() === ''}
          onClick={() => void draft.add()}
        >
          {say('composer.add-internal')}
        </LoadingButton>
        <Text size="small" color="color.text.subtle">
          {say('composer.internal-hint')}
        </Text>
      </Stack>
    </Box>
  );
};
