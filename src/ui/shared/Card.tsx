import type { ReactNode } from 'react';
import { Box, Stack, xcss } from '@forge/react';

const frame = xcss({
  borderColor: 'color.border',
  borderRadius: 'radius.large',
  borderStyle: 'solid',
  borderWidth: 'border.width',
  padding: 'space.200',
});

/** Things that belong together, in a frame. */
export const Card = ({ children }: { readonly children: ReactNode }) => (
  <Box xcss={frame}>
    <Stack space="space.200">{children}</Stack>
  </Box>
);
