import type { OrderRefusal } from '../domain/rules/orders';
import type { ValueFault } from '../domain/templateValues';
import type { RuleFault } from './ruleLimits';

/** Why a call was refused. */
export type CallError = {
  readonly code: CallErrorCode;
  readonly message: string;
  /** The other request that a refusal is about. */
  readonly issueKey?: string;
  /** What is wrong with which field of the input, by its path: `rules.windowClosing.text`. */
  readonly faults?: Readonly<Record<string, CallErrorCode>>;
};
export type CallErrorCode =
  | RuleFault
  | ValueFault
  | OrderRefusal
  /** The screen's own: Jira did not take a file that was to be sent. */
  | 'file-refused'
  | 'templates-off'
  | 'templates-unknown'
  | 'template-gone'
  | 'changed-meanwhile'
  /** The same where the screen shows theirs now. */
  | 'theirs-shown'
  | 'no-closing-status'
  | 'not-allowed'
  | 'bad-input'
  | 'no-conversation'
  | 'not-found'
  | 'unknown-provider'
  | 'bad-credentials'
  | 'number-taken'
  | 'in-use'
  | 'bad-request-type'
  | 'bad-request'
  | 'bad-domain'
  | 'bad-time-zone'
  | 'bad-phone'
  | 'has-conversation'
  | 'outbound-off'
  | 'no-customer'
  | 'other-customer'
  | 'suppressed'
  | 'number-removed'
  | 'busy'
  | 'failed';
