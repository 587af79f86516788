import type { Channel, ContactAddress } from './contact';
import type { Content } from './content';
import type { NumberId } from './ids';

/** Staff wrote to the customer in the provider's own app or inbox. `origin` is hashed from number and provider id. */
export type StaffMessage = {
  readonly kind: 'staff-message';
  readonly origin: string;
  readonly providerId: string;
  readonly channel: Channel;
  readonly number: NumberId;
  readonly address: ContactAddress;
  readonly content: Content;
  readonly at: number;
};
