import { Inline, Lozenge, Stack, Text, type LozengeProps } from '@forge/react';
import type { MessageView } from '../../contract/views';
import { moment, type Time } from '../shared/clock';
import { useSay } from '../shared/useSay';

type Delivery = NonNullable<MessageView['delivery']>;

const APPEARANCE: Readonly<Record<string, LozengeProps['appearance']>> = {
  delivered: 'success',
  read: 'success',
  failed: 'removed',
  unknown: 'moved',
};

/** How far an outbound message got, in words, and why it did not arrive. */
export const DeliveryState = ({ delivery, time }: { readonly delivery: Delivery; readonly time: Time }) => {
  const say = useSay();
  return (
    <Stack space="space.050">
      <Inline>
        <Lozenge appearance={APPEARANCE[delivery.status] ?? 'default'}>{say.code('status', delivery.status)}</Lozenge>
      </Inline>
      {delivery.status === 'unknown' && <Text size="small">{say('delivery.unknown')}</Text>}
      {delivery.waits && (
        <Text size="small">
          {say.code('delivery.waits', delivery.waits.because, { at: moment(Date.parse(delivery.waits.until), time) })}
        </Text>
      )}
      {delivery.reason !== undefined && <Text size="small">{say.code('failure', delivery.reason)}</Text>}
      {delivery.detail !== undefined && (
        <Text size="small" color="color.text.subtle">
          {say('delivery.detail', { detail: delivery.detail })}
        </Text>
      )}
      {delivery.price !== undefined && (
        <Text size="small" color="color.text.subtle">
          {say('delivery.price', { price: delivery.price })}
        </Text>
      )}
    </Stack>
  );
};
