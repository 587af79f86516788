import type { Channel, Contact, ContactAddress } from '../domain/contact';
import type { Conversation, Route } from '../domain/conversation';
import type { BusinessNumber, ProjectSettings } from '../domain/settings';
import { numbersOf } from '../storage/roster';
import type { App } from './call';
import type { OpenedConversation } from './openConversation';

/** A way to the customer, with the business number it goes out from. */
export type WayTo = { readonly route: Route; readonly number: BusinessNumber };

/**
 * Every way to the customer of a conversation, its own first: the project's numbers on the channels the customer can be
 * reached on. Another channel is offered only where the rules let SMS stand in (X13); never taken by itself.
 */
export async function waysTo(
  app: App,
  { key, thread, conversation, settings }: OpenedConversation,
): Promise<readonly WayTo[]> {
  const numbers = await numbersOf(app.ports, key.project);
  const all = numbers.flatMap((number) =>
    number.channels.flatMap(({ channel }) => {
      const address = addressOn(channel, conversation, thread.contact);
      const isOffered = channel === conversation.route.channel || standsIn(channel, settings);
      return address && isOffered ? [{ route: { channel, number: number.id, address }, number }] : [];
    }),
  );
  return all.toSorted((one, other) => Number(isOwn(other, conversation)) - Number(isOwn(one, conversation)));
}

/** The way a screen chose, if there is one. */
export const wayOf = (
  ways: readonly WayTo[],
  chosen: { readonly channel: string; readonly number: string },
): Route | undefined =>
  ways.find(({ route }) => route.channel === chosen.channel && route.number === chosen.number)?.route;

const standsIn = (channel: Channel, { outsideWindow }: ProjectSettings): boolean =>
  channel === 'whatsapp' || outsideWindow === 'sms' || outsideWindow === 'template-or-sms';

const isOwn = ({ route }: WayTo, conversation: Conversation): boolean =>
  route.channel === conversation.route.channel && route.number === conversation.route.number;

/** Where the customer is reached on a channel: where they wrote from, else an address they are known by. */
function addressOn(channel: Channel, { route }: Conversation, { addresses }: Contact): ContactAddress | undefined {
  if (channel === route.channel) return route.address;
  const phone = route.address.kind === 'phone' ? route.address : addresses.find(({ kind }) => kind === 'phone');
  return phone ?? (channel === 'whatsapp' ? addresses[0] : undefined);
}
