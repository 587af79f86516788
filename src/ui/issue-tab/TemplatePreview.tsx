import { Box, Image, Inline, Stack, Text } from '@forge/react';
import { PlainText } from '../shared/PlainText';
import { useSay } from '../shared/useSay';
import type { PickedFile } from './usePickedFiles';
import type { TemplateDraft } from './useTemplateDraft';
import { useThumbnail } from './useThumbnail';

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
          {template.file && <HeaderFile file={file} />}
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

/** A picture as such, any other file by its name. */
const HeaderFile = ({ file }: { readonly file: PickedFile | undefined }) => {
  const say = useSay();
  const thumbnail = useThumbnail(file);
  if (file && thumbnail !== undefined) {
    return (
      <Inline>
        <Image src={thumbnail} alt={file.name} />
      </Inline>
    );
  }
  return <Text color="color.text.subtle">{file?.name ?? say('templates.no-file')}</Text>;
};
