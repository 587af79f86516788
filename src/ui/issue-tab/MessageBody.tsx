import { Box, Stack, Text } from '@forge/react';
import type { BodyView } from '../../contract/views';
import { useSay } from '../shared/useSay';
import { PlainText } from '../shared/PlainText';
import { FileState } from './FileState';

/** Kinds whose content is what was typed: nothing needs to be said about them. */
const BARE: ReadonlySet<string> = new Set(['text']);
type Props = {
  readonly message: string;
  readonly body: BodyView;
  readonly quoted?: string;
  readonly changed: () => Promise<void>;
};

/** What a message says: the quoted text, the kind where it is not text, its file, and what was typed. */
export const MessageBody = ({ message, body, quoted, changed }: Props) => (
  <Stack space="space.075">
    {quoted !== undefined && <Quote text={quoted} />}
    {!BARE.has(body.kind) && <Kind body={body} />}
    {body.file && <FileState file={body.file} message={message} fetched={changed} />}
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
  return <Text weight="semibold">{body.detail === undefined ? label : `${label}: ${body.detail}`}</Text>;
};
