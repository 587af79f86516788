import type { Invariant, Run } from '../books';
import { isOurs, recordsOf, textOfMessage } from '../records';
import { phoneOf } from './phoneOf';

/** A send that had begun ends within this time. */
export const SEND_MS = 60_000;

/** By the store: a phone that a contact had and has no more, and from which nobody has written since. */
export const nothingToALeftPhone: Invariant = {
  name: 'nothing is sent to a phone the customer had left when the send began',
  inStep: true,
  broken(run) {
    noteLeft(run);
    return [...run.books.leftSince].flatMap(([phone, since = Infinity]) =>
      run.world.phones
        .messages(phone)
        .filter((message) => isOurs(message) && Date.parse(message.at) > since + SEND_MS)
        .map(({ text = '' }) => `${text} came to ${phone}`),
    );
  },
};

/** The other way round: what is withdrawn for that reason was on its way to such a phone. */
export const leftMeansLeft: Invariant = {
  name: 'nothing is withdrawn from a phone that its customer has not left',
  broken({ world, books }) {
    return recordsOf(world).messages.flatMap((message) => {
      if (message.direction !== 'outbound' || message.delivery.failure?.reason !== 'address-left') return [];
      const phone = phoneOf({ world }, message.address);
      const hasMoved = phone === undefined || [...books.phoneBefore.values()].some((before) => before.phone === phone);
      return hasMoved ? [] : [`${message.key} was withdrawn`];
    });
  },
};

/** Whoever writes from a phone has it. */
function noteLeft({ world, books }: Run): void {
  const { contacts, messages } = recordsOf(world);
  const had = new Set(
    contacts.flatMap(({ addresses }) =>
      addresses.flatMap((one) => (one.kind === 'phone' ? [one.phone as string] : [])),
    ),
  );
  for (const phone of had) books.leftSince.set(phone, undefined);
  for (const [phone, since] of books.leftSince) {
    if (had.has(phone)) continue;
    const left = since ?? world.agenda.now();
    const isBack = messages.some(
      ({ direction, address, receivedAt }) =>
        direction === 'inbound' && address.kind === 'phone' && address.phone === phone && receivedAt > left,
    );
    books.leftSince.set(phone, isBack ? world.agenda.now() : left);
  }
}

/** What a customer says while their conversation is paused belongs to another one (S2-23); reactions and the like are its rows. */
export const pausedHearsNothing: Invariant = {
  name: 'nothing that a customer writes joins a paused conversation',
  inStep: true,
  broken({ world, books }) {
    const { conversations, messages } = recordsOf(world);
    const now = new Map(
      conversations
        .filter(({ state }) => state === 'paused')
        .map(({ id }) => [id as string, messages.filter((one) => one.conversation === id && isSaid(one)).length]),
    );
    const broken = [...now].filter(([id, said]) => said > (books.paused.get(id) ?? said));
    books.paused.clear();
    for (const [id, said] of now) books.paused.set(id, said);
    return broken.map(([id]) => `${id} took a message while it was paused`);
  },
};

export const isSaid = (message: ReturnType<typeof recordsOf>['messages'][number]): boolean =>
  message.direction === 'inbound' && /^m\d/.test(textOfMessage(message));
