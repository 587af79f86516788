import { Box, Stack, Text } from '@forge/react';
import type { BodyView } from '../../contract/views';
import { useSay } from '../shared/useSay';
import { PlainText } from '../shared/PlainText';

/** Kinds whose content is what was typed: nothing needs to be said about them. */
const BARE: ReadonlySet<string> = new Set(['text']);
/** Kinds that stand for a file the screen cannot open yet. */
const FILES: ReadonlySet<string> = new Set(['media', 'image', 'video', 'audio', 'voice', 'document', 'sticker']);

/** What a message says: the quoted text, the kind where it is not text, and what was typed. */
export const MessageBody = ({ body, quoted }: { readonly body: BodyView; readonly quoted?: string }) => (
  <Stack space="space.075">
    {quoted !== undefined && <Quote text={quoted} />}
    {!BARE.has(body.kind) && <Kind body={body} />}
    {body.text !== undefined && <PlainText text={body.text} />}
  </Stack>
);

const Quote = ({ text }: { readonly text: string }) => (
  <Box backgroundColor="color.background.neutral" paddingBlock="space.075" paddingInline="space.100">
    <Text size="small" color="color.text.subtle" maxLines={3}>
      {text}
    </Text>
  </Box>
);

const Kind = ({ body }: { readonly body: BodyView }) => {
  const say = useSay();
  const label = say.code('kind', body.kind);
  return (
    <Stack space="space.025">
      <Text weight="semibold">{body.detail === undefined ? label : `${label}: ${body.detail}`}</Text>
      {FILES.has(body.kind) && (
        <Text size="small" color="color.text.subtlest">
          {say('kind.not-shown')}
        </Text>
      )}
    </Stack>
  );
};
