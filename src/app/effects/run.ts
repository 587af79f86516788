import type { Conversation } from '../../domain/conversation';
import type { IssueId } from '../../domain/ids';
import type { InboundMessage } from '../../domain/message';
import type { ProjectSettings } from '../../domain/settings';

/** A run of the customer's messages for Jira. `upTo` is the newest sequence that is done with when all of it is copied. */
export type Run = {
  readonly conversation: Conversation;
  readonly issueId: IssueId;
  /** The rules of the conversation's business number. */
  readonly rules: ProjectSettings;
  readonly messages: readonly [InboundMessage, ...InboundMessage[]];
  readonly upTo: number;
};
