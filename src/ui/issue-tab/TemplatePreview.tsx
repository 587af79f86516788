import { Box, Stack, Text } from '@forge/react';
import { PlainText } from '../shared/PlainText';
import { useSay } from '../shared/useSay';
import type { TemplateDraft } from './useTemplateDraft';

/** The template as the customer will see it: its file, its words, its buttons. */
export const TemplatePreview = ({ draft: { template, preview, file } }: { readonly draft: TemplateDraft }) => {
  const say = useSay();
  if (!template) return null;
  const { header, buttons } = template;
  const isOwnFile = header !== undefined && header.kind !== 'text' && header.text !== undefined;
  return (
    <Stack space="space.050">
      <Text weight="semibold">{say('templates.preview')}</Text>
      <Box backgroundColor="color.background.neutral" padding="space.100">
        <Stack space="space.100">
          {template.file && <Text color="color.text.subtle">{file?.name ?? say('templates.no-file')}</Text>}
          {isOwnFile && (
            <Text color="color.text.subtle">{say('templates.own-file', { address: header.text ?? '' })}</Text>
          )}
          <PlainText text={preview} />
          {buttons.length > 0 && (
            <Text size="small" color="color.text.subtle">
              {say('templates.buttons', { texts: buttons.map(({ text }) => text).join(' · ') })}
            </Text>
          )}
        </Stack>
      </Box>
    </Stack>
  );
};
