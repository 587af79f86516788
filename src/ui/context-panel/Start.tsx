import { Heading, Stack, Text } from '@forge/react';
import { useSay, type Say } from '../shared/useSay';
import { StartForm } from './StartForm';
import type { Offer } from './useStart';

type Props = { readonly offer: Offer; readonly started: () => Promise<void> };

/** A request without a conversation: one can be started, or it is said why not. */
export const Start = ({ offer, started }: Props) => {
  const say = useSay();
  const why = whyNot(offer, say);
  return (
    <Stack space="space.150">
      <Stack space="space.050">
        <Heading as="h3" size="xsmall">
          {say('panel.start-title')}
        </Heading>
        <Text>{why ?? say('panel.start-lead')}</Text>
      </Stack>
      {why === undefined && <StartForm ways={offer.ways} started={started} />}
    </Stack>
  );
};

function whyNot({ refused, ways }: Offer, say: Say): string | undefined {
  if (refused !== undefined) return say.code('error', refused);
  return ways.length === 0 ? say('panel.no-numbers') : undefined;
}
