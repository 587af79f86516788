import { Box, Icon, Inline, Text } from '@forge/react';
import { useSay } from './useSay';

/** A warning at a field, as tall as its messages: UI Kit has one for help, for errors and for what is right, and none for this. */
export const Warning = ({ children }: { readonly children: string }) => {
  const say = useSay();
  return (
    <Box paddingBlockStart="space.050">
      <Inline space="space.050">
        <Icon glyph="warning" size="small" label={say('screen.warning')} color="color.icon.warning" />
        <Text size="small" color="color.text.warning">
          {children}
        </Text>
      </Inline>
    </Box>
  );
};
