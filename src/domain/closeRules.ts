/** When a conversation ends, and what comes after it. */
export type CloseRules = {
  /** X8: entering the status category Done, entering a status of `closeStatuses`, or only the button. */
  readonly closeOn: 'done-category' | 'statuses' | 'button';
  /** Names of statuses, as Jira spells them. */
  readonly closeStatuses: readonly string[];
  /** X8: the button also moves the request to this status (by name), with this resolution (by name). An empty status = kept. */
  readonly closeTransition: { readonly status: string; readonly resolution: string };
  /** A conversation in which nobody has written for so many days closes; 0 = never. */
  readonly closeAfterDays: number;
  /** X7: a message after the close opens a new request, a new linked one, or the old one again within `reopenDays`. */
  readonly afterClose: 'new' | 'new-linked' | 'reopen';
  readonly reopenDays: number;
  /** X7: told once to a customer who writes to a locked conversation. */
  readonly lockedText: string;
  /** Thanks and farewells after the close stay rows of the closed conversation and open nothing. */
  readonly smallTalk: boolean;
  /** X9: what makes a closed conversation active again. */
  readonly reactivateOn: 'leaving-status' | 'button' | 'both';
  /** X20: only when a person closed it. */
  readonly onClose: 'keep' | 'unassign';
};
