import type { Customer } from './contact';
import type { MediaFailureReason, StoredFile } from './content';
import type { Copy, RequestRef } from './conversation';
import type { DeliveryStatus, SendFailure } from './delivery';
import type { JiraFailure } from './effect';
import type { AccountId, IssueId, MessageKey } from './ids';
import type { StatusNow } from './statusNow';

/** How a start of an effect ended. */
export type EffectResult =
  | {
      readonly kind: 'sent';
      readonly message: MessageKey;
      readonly providerId?: string;
      readonly status: DeliveryStatus;
    }
  | { readonly kind: 'send-refused'; readonly message: MessageKey; readonly failure: SendFailure }
  | { readonly kind: 'send-unknown'; readonly message: MessageKey }
  | { readonly kind: 'customer-ready'; readonly customer: Customer }
  | {
      readonly kind: 'request-created';
      readonly request: RequestRef;
      /** The customer’s account is closed: somebody is made a customer anew for the next request. */
      readonly customerGone?: true;
      /** It was created earlier, by a call whose answer was lost. */
      readonly adopted?: true;
      readonly copy: Copy;
      readonly upTo: number;
      readonly facts: string;
    }
  /** The outcome of a creation is unknown and the look-up found nothing yet: look again at `at`. */
  | { readonly kind: 'request-not-found'; readonly at: number }
  /** `wrote`: a tab answer stands in a comment now; the origin of that comment, so that it is never taken for a new answer. */
  | {
      readonly kind: 'mirrored';
      readonly upTo: number;
      readonly copy: Copy;
      readonly wrote?: { readonly origin: string; readonly message: MessageKey };
    }
  /** Jira's copy goes on without this answer, which waits to be sent: its comment follows once it is out. */
  | { readonly kind: 'passed-over'; readonly message: MessageKey }
  | { readonly kind: 'synced'; readonly facts: string }
  /** The transcript stands up to this sequence. */
  | { readonly kind: 'transcribed'; readonly upTo: number }
  /** The request is where the effect was to move it. Jira does not tell us of moves that we make as the app, so this does. */
  | { readonly kind: 'moved'; readonly move: OwnMove }
  /** The customer's file is an attachment of the request, or will not be one unless somebody asks again. */
  | { readonly kind: 'attached'; readonly message: MessageKey; readonly file: StoredFile }
  | { readonly kind: 'not-attached'; readonly message: MessageKey; readonly reason: MediaFailureReason }
  | { readonly kind: 'done' }
  /** Not now: again at `at`. Counts as an attempt unless `waiting`. */
  | { readonly kind: 'later'; readonly at: number; readonly failure?: JiraFailure; readonly waiting?: true }
  /** No further attempt makes sense. */
  | { readonly kind: 'gave-up'; readonly failure: JiraFailure };

/** `at`: a time (epoch ms) just before the request was there; `by`: whose order it was. */
export type OwnMove = {
  readonly issueId: IssueId;
  readonly status: StatusNow;
  readonly at: number;
  readonly by?: AccountId;
};
