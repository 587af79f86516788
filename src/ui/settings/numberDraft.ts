import type { ChannelName, ConnectionView, ProviderView, SettingsView } from '../../contract/views';
import type { Say } from '../shared/useSay';

/** A number about to be added. Without a receiver the administrator writes it. */
export type NumberDraft = {
  readonly receiver?: string;
  readonly display?: string;
  /** The channels to start with. */
  readonly channels?: readonly ChannelName[];
};

export type RequestTypes = Readonly<Partial<Record<ChannelName, string | undefined>>>;

type Facts = {
  readonly draft: NumberDraft;
  readonly connection: ConnectionView;
  readonly provider: ProviderView;
  readonly requestTypes: SettingsView['requestTypes'];
};

/**
 * What the form starts with: what the number has already, else for each channel to start with the request type named like
 * the channel.
 */
export function suggestRequestTypes({ draft, connection, provider, requestTypes }: Facts, say: Say): RequestTypes {
  const already = connection.numbers.find(({ receiver }) => receiver === draft.receiver)?.channels ?? [];
  const channels = draft.channels ?? provider.channels;
  const named = channels.flatMap((channel) => {
    const name = say(`channel.${channel}`).toLowerCase();
    const like = requestTypes.find((type) => type.name.toLowerCase().includes(name));
    return like ? [[channel, like.id] as const] : [];
  });
  const had = already.map(({ channel, requestTypeId }) => [channel, requestTypeId] as const);
  return Object.fromEntries([...named, ...had]);
}
