import type { ContactAddress } from '../../../src/domain/contact';
import type { Run } from '../books';

/** The phone that an address leads to, by the carriers' books. Undefined for a user id that is nobody's any more: its owner took another phone. */
export function phoneOf({ world }: Pick<Run, 'world'>, address: ContactAddress): string | undefined {
  if (address.kind === 'phone') return address.phone;
  const ids = Object.values(world.state.carriers).flatMap(({ userIds = {} }) => Object.entries(userIds));
  return ids.find(([, id]) => address.kind === 'whatsapp-user' && id === address.userId)?.[0];
}
