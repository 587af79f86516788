import { Box, Button, Inline, Stack, Text, xcss } from '@forge/react';
import type { MessageView } from '../../contract/views';
import { useSay, type Say } from '../shared/useSay';
import { authorName } from './authorName';
import { unnamedAgents, useAgentNames } from './useAgentNames';
import { quotedKey, type Quote } from './useQuote';
import type { Way } from './ways';

const bar = xcss({
  backgroundColor: 'color.background.neutral',
  borderRadius: 'radius.small',
  paddingBlock: 'space.075',
  paddingInline: 'space.150',
});

type Props = { readonly quote: Quote; readonly way: Way; readonly busy: boolean };

/** The message that the answer replies to, above the text area. */
export const QuoteBar = ({ quote, ...rest }: Props) =>
  quote.message ? <Bar quote={quote} message={quote.message} {...rest} /> : null;

const Bar = ({ quote, message, way, busy }: Props & { readonly message: MessageView }) => {
  const say = useSay();
  const names = useAgentNames(unnamedAgents([message]));
  const notShown = quote.isDeleted ? 'composer.quote-deleted' : 'composer.quote-not-carried';
  return (
    <Box xcss={bar}>
      <Inline spread="space-between" space="space.100" alignBlock="center">
        <Stack space="space.025">
          <Text size="small" weight="semibold">
            {say('composer.replying-to', { name: authorName(message.author, names, say) })}
          </Text>
          <Text size="small" color="color.text.subtle" maxLines={2}>
            {shownText(message, say)}
          </Text>
          {quotedKey(quote, way) === undefined && (
            <Text size="small" color="color.text.warning">
              {say(notShown)}
            </Text>
          )}
        </Stack>
        <Button appearance="subtle" spacing="compact" iconBefore="cross" isDisabled={busy} onClick={quote.clear}>
          {say('composer.remove-quote')}
        </Button>
      </Inline>
    </Box>
  );
};

const shownText = ({ body }: MessageView, say: Say): string =>
  [body.kind === 'text' ? undefined : say.code('kind', body.kind), body.text ?? body.detail]
    .filter((part) => part !== undefined && part !== '')
    .join(': ');
