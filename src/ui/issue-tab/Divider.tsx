import { Box, Inline, Text, xcss, type TextProps } from '@forge/react';

const line = xcss({ backgroundColor: 'color.background.neutral', flexGrow: '1', height: '1px' });

type Props = { readonly text: string; readonly color?: TextProps['color'] };

/** A line across the conversation that says what begins below it. */
export const Divider = ({ text, color = 'color.text.subtle' }: Props) => (
  <Inline space="space.150" alignBlock="center">
    <Box xcss={line} />
    <Text size="small" weight="semibold" color={color}>
      {text}
    </Text>
    <Box xcss={line} />
  </Inline>
);
