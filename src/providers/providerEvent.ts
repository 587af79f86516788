import type { Channel, ContactAddress } from '../domain/contact';
import type { Content, Referral } from '../domain/content';
import type { DeliveryStatus, Price, SendFailure } from '../domain/delivery';

/** What a webhook told. */
export type ParsedWebhook = {
  readonly events: readonly ProviderEvent[];
  /** What was understood and deliberately left out, for the log: `group message`, `template status`. */
  readonly ignored: readonly string[];
  /** The templates of the connection are not what they were: what is known of them is asked for anew. */
  readonly templatesChanged?: true;
};

/** Every event but a report names its receiving number as the provider spells it (`phone_number_id`, E.164). `at` is epoch milliseconds, absent where the provider gives no time. */
export type ProviderEvent =
  | {
      readonly kind: 'message';
      readonly receiver: string;
      /** The number may be one in E.164 whose plus sign the provider leaves away: as it stands it counts first. */
      readonly mayLackPlus?: true;
      /** The receiver for people, e.g. E.164, where the event tells. */
      readonly receiverDisplay?: string;
      readonly channel: Channel;
      readonly providerId: string;
      /** Every address the payload shows, the one to answer to first. */
      readonly from: readonly [ContactAddress, ...ContactAddress[]];
      readonly name?: string;
      readonly content: Content;
      readonly quotes?: string;
      /** The provider itself handled an opt-out keyword. */
      readonly keyword?: 'stop' | 'start' | 'help';
      /** The advertisement or post that the customer came from. */
      readonly referral?: Referral;
      readonly at?: number;
    }
  /** Staff wrote in the provider's own app or inbox: a message of the business that OmniChat did not send. */
  | {
      readonly kind: 'echo';
      readonly receiver: string;
      readonly channel: Channel;
      readonly providerId: string;
      readonly to: readonly [ContactAddress, ...ContactAddress[]];
      readonly content: Content;
      readonly at?: number;
    }
  | {
      readonly kind: 'report';
      /** Absent where the report names no sender: it is then the number that sent the message of the `key`. */
      readonly receiver?: string;
      readonly mayLackPlus?: true;
      readonly channel: Channel;
      readonly providerId: string;
      /** Our message key, where the report returns it. */
      readonly key?: string;
      readonly status: DeliveryStatus;
      readonly failure?: SendFailure;
      readonly price?: Price;
      readonly at?: number;
    }
  /** The provider says that somebody has other addresses now: those of `was` that are not in `now` are theirs no more. */
  | {
      readonly kind: 'identity';
      readonly receiver: string;
      readonly channel: Channel;
      readonly was: readonly [ContactAddress, ...ContactAddress[]];
      readonly now: readonly [ContactAddress, ...ContactAddress[]];
      readonly at?: number;
    }
  /** Somebody closed the contact's conversation in the provider's own inbox (S0-19). */
  | {
      readonly kind: 'closed';
      readonly receiver: string;
      readonly channel: Channel;
      readonly from: readonly [ContactAddress, ...ContactAddress[]];
      readonly at?: number;
    };
