import type { ComposerView, WayView } from '../../contract/views';
import type { ShownConversation } from './useConversation';

/** A way an answer can take. The conversation's own one needs not be named when sending: `chosen` is absent. */
export type Way = ComposerView &
  Pick<WayView, 'channel' | 'from' | 'to'> & {
    readonly key: string;
    /** The business number; absent where it is gone. */
    readonly number?: string;
    readonly chosen?: { readonly channel: WayView['channel']; readonly number: string };
  };

/** The conversation's own way first. Without its number it stands there all the same, to say why it is no way any more. */
export function waysOf({ ways, composer, channel, from, contact }: ShownConversation): readonly [Way, ...Way[]] {
  const isGone = composer.blocked?.code === 'number-removed';
  const [own, ...others] = ways;
  const there = own && !isGone ? { to: own.to, number: own.number } : { to: contact.address };
  const first: Way = { ...composer, channel, from, ...there, key: 'own' };
  return [first, ...(isGone ? ways : others).map(asOther)];
}

const asOther = (way: WayView): Way => {
  const { channel, number } = way;
  return { ...way, key: `${channel}:${number}`, chosen: { channel, number } };
};
