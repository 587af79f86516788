import type { ReactNode } from 'react';
import { Heading, Stack, Text } from '@forge/react';

type Props = { readonly title: string; readonly lead?: string; readonly children: ReactNode };

/** One part of the settings page. */
export const Section = ({ title, lead, children }: Props) => (
  <Stack space="space.200">
    <Stack space="space.050">
      <Heading as="h2" size="medium">
        {title}
      </Heading>
      {lead !== undefined && <Text color="color.text.subtle">{lead}</Text>}
    </Stack>
    {children}
  </Stack>
);
