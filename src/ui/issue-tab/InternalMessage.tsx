import { Box, Inline, Label, LoadingButton, Stack, Text, TextArea, xcss } from '@forge/react';
import { textOf } from '../shared/events';
import { RefusalNote } from '../shared/RefusalNote';
import { useSay } from '../shared/useSay';
import type { InternalDraft } from './useInternalDraft';

/** Told apart from the reply by its frame: labels on Jira's yellow ground are too faint to read. */
const frame = xcss({
  borderColor: 'color.border.warning',
  borderRadius: 'radius.large',
  borderStyle: 'solid',
  borderWidth: 'border.width',
  padding: 'space.150',
});

/** Where the agent writes an internal comment. */
export const InternalMessage = ({ draft }: { readonly draft: InternalDraft }) => {
  const say = useSay();
  return (
    <Box xcss={frame}>
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
        <Inline>
          <LoadingButton
            isLoading={draft.adding.busy}
            isDisabled={draft.text.trim() === ''}
            onClick={() => void draft.add()}
          >
            {say('composer.add-internal')}
          </LoadingButton>
        </Inline>
        <Text size="small">{say('composer.internal-hint')}</Text>
      </Stack>
    </Box>
  );
};
